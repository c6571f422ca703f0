def girth(n, edges):
    from collections import deque
    adj = [[] for _ in range(n)]
    for u, v in edges:
        adj[u].append(v)
        adj[v].append(u)
    best = None
    for s in range(n):
        dist, parent, q = {s: 0}, {s: None}, deque([s])
        while q:
            u = q.popleft()
            for v in adj[u]:
                if v not in dist:
                    dist[v], parent[v] = dist[u] + 1, u
                    q.append(v)
                elif parent[u] != v:
                    c = dist[u] + dist[v] + 1
                    best = c if best is None else min(best, c)
    return best
