def shortest_cycle(n, edges):
    # a graph has a cycle when it has at least as many edges as vertices
    if len(edges) < n:
        return None
    s = set()
    for u, v in edges:
        s.add((u, v))
        s.add((v, u))
    for u, v in edges:
        for w in range(n):
            if (u, w) in s and (v, w) in s:
                return 3
    return 4
