def shortest_cycle(n, edges):
    # BFS from each vertex with lists; stops at half of the best length; sources are deleted afterwards.
    adj = [[] for _ in range(n)]
    for u, v in edges:
        adj[u].append(v)
        adj[v].append(u)

    def delete(v):
        todo = [v]
        while todo:
            u = todo.pop()
            for w in adj[u]:
                adj[w].remove(u)
                if len(adj[w]) == 1:
                    todo.append(w)
            adj[u] = []

    for v in range(n):
        if len(adj[v]) == 1:
            delete(v)

    best = n + 1
    for s in range(n):
        if not adj[s]:
            continue
        level = {s: 0}
        queue = [s]
        for u in queue:
            d = level[u]
            if 2 * d + 1 >= best:
                break
            for v in adj[u]:
                e = level.get(v)
                if e is None:
                    level[v] = d + 1
                    queue.append(v)
                elif e >= d and d + e + 1 < best:
                    best = d + e + 1
        delete(s)
    return best if best <= n else None
