# Each value gets its rank among all (equal ones by place). The window is a set of ranks, one byte each. When it
# moves by one value, its median moves by at most one neighbour, which the searches of bytearray find.
def mean_of_medians(values, width):
    n = len(values)
    order = sorted(range(n), key=values.__getitem__)
    rank = list(map(dict(zip(order, range(n))).__getitem__, range(n)))
    present = bytearray(n)
    for r in rank[:width]:
        present[r] = 1
    above = present.find
    below = present.rfind
    middle = sorted(rank[:width])[(width - 1) // 2]  # of an even number, the lower one
    middles = [middle]
    keep = middles.append
    if width % 2:
        for out, new in zip(rank, rank[width:]):
            present[new] = 1
            present[out] = 0
            if new < middle:
                if out >= middle:
                    middle = below(1, 0, middle)
            elif out <= middle:
                middle = above(1, middle + 1)
            keep(middle)
        middles *= 2
    else:
        keep(above(1, middle + 1))
        for out, new in zip(rank, rank[width:]):
            present[new] = 1
            present[out] = 0
            if new < middle:
                if out >= middle:
                    middle = below(1, 0, middle)
            elif out <= middle:
                middle = above(1, middle + 1)
            keep(middle)
            keep(above(1, middle + 1))
    twice = sum(map(values.__getitem__, map(order.__getitem__, middles)))
    return twice / (2 * (n - width + 1))
