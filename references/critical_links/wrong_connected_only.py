# Searches from station 0 only.
def critical_links(links):
    around = [[] for _ in links]
    count = 0
    for v, row in enumerate(links):
        for w in row:
            around[v].append((w, count))
            around[w].append((v, count))
            count += 1
    number = [0] * len(links)
    reach = [0] * len(links)
    number[0] = reach[0] = met = 1
    critical = []
    path = [(0, -1, iter(around[0]))]
    while path:
        v, through, rest = path[-1]
        for w, link in rest:
            if link == through:
                continue
            if number[w]:
                reach[v] = min(reach[v], number[w])
            else:
                met += 1
                number[w] = reach[w] = met
                path.append((w, link, iter(around[w])))
                break
        else:
            path.pop()
            if path:
                before = path[-1][0]
                reach[before] = min(reach[before], reach[v])
                if reach[v] > number[before]:
                    critical.append((before, v))
    return critical
