# Depth first without recursion. Each station gets a number when it is met. `reach` is the least number to which
# it or what was met from it is joined, the link through which it was met left out: if that is its own, this
# link is critical. A station not met yet has the number 0, so one comparison passes over most neighbours.
def critical_links(links):
    neighbours = [row[:] for row in links]
    v = 0
    for row in links:
        for w in row:
            neighbours[w].append(v)
        v += 1
    number = [0] * len(links)
    critical = []
    path = []
    push = path.append
    pop = path.pop
    met = 0
    for start in range(len(links)):
        if number[start]:
            continue
        met += 1
        v = start
        number[v] = own = reach = met
        rest = iter(neighbours[v])
        before = -1  # the number of the station before; -1 once the link to it was seen: a second one counts
        while True:
            for w in rest:
                other = number[w]
                if other < reach:
                    if not other:
                        push((v, own, rest, reach, before))
                        before = own
                        v = w
                        met += 1
                        number[v] = own = reach = met
                        rest = iter(neighbours[v])
                        break
                    if other == before:
                        before = -1
                    else:
                        reach = other
            else:
                if not path:
                    break
                if reach == own:
                    critical.append((path[-1][0], v))
                below = reach
                v, own, rest, reach, before = pop()
                if below < reach:
                    reach = below
    return critical
