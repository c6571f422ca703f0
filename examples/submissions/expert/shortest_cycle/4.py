from collections import deque


def shortest_cycle(n, edges):
    adj = [[] for _ in range(n)]
    for u, v in edges:
        adj[u].append(v)
        adj[v].append(u)
    best = float("inf")
    for s in range(n):
        dist = [-1] * n
        dist[s] = 0
        queue = deque([(s, -1)])
        while queue:
            u, parent = queue.popleft()
            if 2 * dist[u] >= best:
                break
            for v in adj[u]:
                if dist[v] < 0:
                    dist[v] = dist[u] + 1
                    queue.append((v, u))
                elif v != parent:
                    best = min(best, dist[u] + dist[v] + 1)
    return None if best == float("inf") else best
