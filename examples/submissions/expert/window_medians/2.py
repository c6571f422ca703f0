def mean_of_medians(values, width):
    # Ranks in a bytearray; find and rfind step from median to median.
    n = len(values)
    order = sorted(range(n), key=values.__getitem__)
    by_rank = [values[i] for i in order]
    rank = [0] * n
    for r, i in enumerate(order):
        rank[i] = r
    inside = bytearray(n)
    for r in rank[:width]:
        inside[r] = 1
    m = -1
    for _ in range((width + 1) // 2):
        m = inside.find(1, m + 1)
    even = width % 2 == 0
    find, rfind = inside.find, inside.rfind
    twice = by_rank[m] + by_rank[find(1, m + 1) if even else m]
    for i in range(width, n):
        new, old = rank[i], rank[i - width]
        inside[new] = 1
        inside[old] = 0
        if new > m:
            if old <= m:
                m = find(1, m + 1)
        elif old >= m:
            m = rfind(1, 0, m)
        twice += by_rank[m]
        twice += by_rank[find(1, m + 1)] if even else by_rank[m]
    return twice / 2 / (n - width + 1)
