def critical_links(links):
    n = len(links)
    around = [set() for _ in range(n)]
    for v, row in enumerate(links):
        for w in row:
            around[v].add(w)
            around[w].add(v)
    number = [0] * n
    low = [0] * n
    time = 0
    result = []
    for root in range(n):
        if number[root]:
            continue
        time += 1
        number[root] = low[root] = time
        path = [(root, -1, iter(around[root]))]
        while path:
            v, p, rest = path[-1]
            for w in rest:
                if not number[w]:
                    time += 1
                    number[w] = low[w] = time
                    path.append((w, v, iter(around[w])))
                    break
                if w != p and number[w] < low[v]:
                    low[v] = number[w]
            else:
                path.pop()
                if p >= 0:
                    if low[v] == number[v]:
                        result.append((p, v))
                    low[p] = min(low[p], low[v])
    return result
