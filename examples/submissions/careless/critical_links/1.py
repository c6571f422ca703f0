def critical_links(links):
    n = len(links)
    out = []
    def reach(a, skip):
        seen = [a]
        for x in seen:
            for i, row in enumerate(links):
                for k, y in enumerate(row):
                    if (i, k) == skip:
                        continue
                    if i == x and y not in seen:
                        seen.append(y)
                    elif y == x and i not in seen:
                        seen.append(i)
        return seen
    for v in range(n):
        for k in range(len(links[v])):
            if links[v][k] not in reach(v, (v, k)):
                print("critical:", v, links[v][k])
                out.append((v, links[v][k]))
    return out
