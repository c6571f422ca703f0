def shortest_cycle(n: int, edges: list[list[int]]) -> int | None:
    neighbours: list[set[int]] = [set() for _ in range(n)]
    for a, b in edges:
        neighbours[a].add(b)
        neighbours[b].add(a)

    def drop(vertex: int) -> None:
        pending = [vertex]
        for u in pending:
            row, neighbours[u] = neighbours[u], set()
            for w in row:
                other = neighbours[w]
                other.discard(u)
                if len(other) == 1:
                    pending.append(w)

    for v in range(n):
        if len(neighbours[v]) == 1:
            drop(v)

    best = none = n + 1
    # Branching vertices first: afterwards only simple rings remain.
    for v in sorted(range(n), key=lambda v: -len(neighbours[v])):
        if len(neighbours[v]) < 3:
            continue
        inner, outer, odd = {v}, set(neighbours[v]), 3
        while outer and odd < best:
            rows = list(map(neighbours.__getitem__, outer))
            beyond = set().union(*rows)
            if not beyond.isdisjoint(outer):
                best = odd
                break
            if odd + 1 >= best:
                break
            beyond -= inner
            if len(beyond) != sum(map(len, rows)) - len(outer):
                best = odd + 1
                break
            inner, outer = outer, beyond
            odd += 2
        drop(v)
        if best == 3:
            return 3
    for v in range(n):
        length = 0
        at = v
        while neighbours[at]:
            following = neighbours[at].pop()
            neighbours[following].discard(at)
            at = following
            length += 1
        if length:
            best = min(best, length)
    return None if best == none else best
