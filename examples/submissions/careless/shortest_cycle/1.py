def shortest_cycle(n, edges):
    best = None
    for s in range(n):
        dist = {s: 0}
        parent = {s: -1}
        queue = [s]
        while queue:
            u = queue.pop(0)
            for e in edges:
                if u in e:
                    v = e[0] if e[1] == u else e[1]
                    if v not in dist:
                        dist[v] = dist[u] + 1
                        parent[v] = u
                        queue.append(v)
                    elif parent[u] != v:
                        c = dist[u] + dist[v] + 1
                        if best is None or c < best:
                            best = c
    return best
