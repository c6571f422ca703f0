def critical_links(links: list[list[int]]) -> list[tuple[int, int]]:
    n = len(links)
    adjacent = [[] for _ in range(n)]
    number = 0
    for v, row in enumerate(links):
        for w in row:
            adjacent[v].append((w, number))
            adjacent[w].append((v, number))
            number += 1
    order = [-1] * n
    low = [0] * n
    result = []
    time = 0
    for root in range(n):
        if order[root] >= 0:
            continue
        order[root] = low[root] = time
        time += 1
        stack = [(root, -1, iter(adjacent[root]))]
        while stack:
            v, by, rest = stack[-1]
            for w, link in rest:
                if link == by:
                    continue
                if order[w] < 0:
                    order[w] = low[w] = time
                    time += 1
                    stack.append((w, link, iter(adjacent[w])))
                    break
                low[v] = min(low[v], order[w])
            else:
                stack.pop()
                if stack:
                    u = stack[-1][0]
                    low[u] = min(low[u], low[v])
                    if low[v] > order[u]:
                        result.append((u, v))
    return result
