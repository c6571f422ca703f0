from bisect import bisect_right


def kth_pair_distance(values, k):
    """False position and bisection by turns on the distance; the last few pairs are listed."""
    a = sorted(values)
    n = len(a)
    lo, hi = -1, a[-1] - a[0]
    below, within = 0, n * (n - 1) // 2
    guard = a + [1 << 60]
    turn = 0
    while hi - lo > 1 and within - below > 2 * n:
        if turn % 3 == 2:
            d = (lo + hi) // 2
        else:
            d = lo + int((hi - lo) * ((k - below) / (within - below)))
            d = min(max(d, lo + 1), hi - 1)
        turn += 1
        j = 0
        ends = 0
        for x in a:
            x += d
            while guard[j] <= x:
                j += 1
            ends += j
        c = ends - n * (n + 1) // 2
        if c >= k:
            hi, within = d, c
        else:
            lo, below = d, c
    if hi - lo == 1:
        return hi
    left = []
    for i, x in enumerate(a):
        s = bisect_right(a, x + lo, i + 1)
        e = bisect_right(a, x + hi, s)
        left += [y - x for y in a[s:e]]
    left.sort()
    return left[k - below - 1]
