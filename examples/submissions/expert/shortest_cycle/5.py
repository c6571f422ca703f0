def shortest_cycle(n, edges):
    adj = [set() for _ in range(n)]
    for u, v in edges:
        adj[u].add(v)
        adj[v].add(u)
    best = n + 1
    for s in range(n):
        previous, level, depth = set(), {s}, 0
        while level and 2 * depth + 1 < best:
            rows = [adj[u] for u in level]
            following = set().union(*rows) - previous
            # Fewer vertices than edges into the next level: two of them meet.
            if len(following) < sum(map(len, rows)) - (len(level) if depth else 0):
                best = min(best, 2 * depth + 2)
                break
            if following & level:
                best = 2 * depth + 1
                break
            previous, level = level, following
            depth += 1
        for w in adj[s]:
            adj[w].discard(s)
        adj[s] = set()
    return best if best <= n else None
