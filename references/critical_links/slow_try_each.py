# Leaves out each link in turn and searches for another way between its ends.
def critical_links(links):
    ends = [(v, w) for v, row in enumerate(links) for w in row]
    around = [[] for _ in links]
    for link, (v, w) in enumerate(ends):
        around[v].append((link, w))
        around[w].append((link, v))
    critical = []
    for left_out, (v, w) in enumerate(ends):
        met = {v}
        queue = [v]
        for station in queue:
            for link, other in around[station]:
                if link != left_out and other not in met:
                    met.add(other)
                    queue.append(other)
            if w in met:
                break
        if w not in met:
            critical.append((v, w))
    return critical
