def critical_links(links):
    # Path-based: `path` holds the stations being explored, `limits` the numbers at which blocks begin that no
    # link back has melted together so far.
    n = len(links)
    around = list(map(list, links))
    for v, row in enumerate(links):
        for w in row:
            around[w].append(v)
    number = [0] * n
    result = []
    count = 0
    for root in range(n):
        if number[root]:
            continue
        number[root] = count = count + 1
        trail = []
        limits = [0, count]
        v, p, here, top, rest = root, 0, count, count, iter(around[root])
        while True:
            for w in rest:
                k = number[w]
                if k >= top:
                    continue
                if not k:
                    trail.append((v, p, here, rest))
                    p = here
                    v = w
                    number[w] = here = top = count = count + 1
                    limits.append(here)
                    rest = iter(around[w])
                    break
                if k == p:
                    p = 0
                    continue
                while top > k:
                    limits.pop()
                    top = limits[-1]
            else:
                if not trail:
                    break
                if top == here:
                    limits.pop()
                    top = limits[-1]
                    result.append((trail[-1][0], v))
                v, p, here, rest = trail.pop()
    return result
