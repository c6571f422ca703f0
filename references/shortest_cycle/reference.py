# Breadth-first search from vertices that are then taken out of the graph, as every cycle through them has been
# seen. What has one neighbour left lies on no cycle and is taken out too; once no vertex has three neighbours,
# only separate cycles are left. A level is a set: as long as the search is a tree, the next level has as many
# vertices as there are edges to it, so sizes tell of a cycle and the loops over edges run in C.
def shortest_cycle(n, edges):
    around = [set() for _ in range(n)]
    for u, v in edges:
        around[u].add(v)
        around[v].add(u)

    def take_out(v):
        waiting = [v]
        while waiting:
            u = waiting.pop()
            for w in around[u]:
                rest = around[w]
                rest.discard(u)
                if len(rest) == 1:
                    waiting.append(w)
            around[u] = set()

    for v in range(n):
        if len(around[v]) == 1:
            take_out(v)

    none = best = 2 * n + 2
    neighbours = around.__getitem__
    for v in range(n):
        if best == 3:
            return 3
        if len(around[v]) < 3:
            continue
        before = {v}
        level = around[v]
        odd = 3  # the length of a cycle that an edge within `level` closes
        while odd < best and level:
            rows = list(map(neighbours, level))
            if odd + 1 < best:
                reached = set().union(*rows)
                if not reached.isdisjoint(level):
                    best = odd
                    break
                reached -= before
                if len(reached) < sum(map(len, rows)) - len(level):
                    best = odd + 1
                    break
                before = level
                level = reached
            elif not all(map(level.isdisjoint, rows)):
                best = odd
                break
            else:
                break
            odd += 2
        take_out(v)

    for v in range(n):
        if around[v]:
            length = 0
            while around[v]:
                u = around[v].pop()
                around[u].discard(v)
                v = u
                length += 1
            best = min(best, length)
    return None if best == none else best
