def shortest_cycle(n, edges):
    """Level by level with sets; used sources and leaves are removed from the graph."""
    adj = [set() for _ in range(n)]
    for u, v in edges:
        adj[u].add(v)
        adj[v].add(u)

    def prune(v):
        stack = [v]
        while stack:
            u = stack.pop()
            for w in adj[u]:
                adj[w].discard(u)
                if len(adj[w]) == 1:
                    stack.append(w)
            adj[u] = set()

    for v in range(n):
        if len(adj[v]) == 1:
            prune(v)

    best = n + 1
    for s in range(n):
        if not adj[s]:
            continue
        previous, level, depth = set(), {s}, 0
        while level and 2 * depth + 1 < best:
            rows = [adj[u] for u in level]
            following = set().union(*rows)
            if not following.isdisjoint(level):
                best = 2 * depth + 1
                break
            following -= previous
            expected = sum(map(len, rows)) - (len(level) if depth else 0)
            if len(following) < expected:
                best = min(best, 2 * depth + 2)
                break
            previous, level = level, following
            depth += 1
        if best == 3:
            return 3
        prune(s)
    return best if best <= n else None
