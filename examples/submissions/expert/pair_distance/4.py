def kth_pair_distance(values, k):
    a = sorted(values)
    n = len(a)
    b = a + [float("inf")]
    lo, hi = -1, a[-1] - a[0]
    n_lo, n_hi = 0, n * (n - 1) // 2
    base = n * (n + 1) // 2

    def count(d):
        j = s = 0
        for x in a:
            top = x + d
            while b[j] <= top:
                j += 1
            s += j
        return s - base

    rounds = 0
    while hi - lo > 1:
        if n_hi - n_lo <= n:
            break
        rounds += 1
        mid = (lo + hi) >> 1
        if rounds & 1:
            mid = lo + max(1, min(hi - lo - 1, (hi - lo) * (k - n_lo) // (n_hi - n_lo)))
        c = count(mid)
        if c < k:
            lo, n_lo = mid, c
        else:
            hi, n_hi = mid, c
    else:
        return hi

    found = []
    p = 0
    for i in range(n):
        x = a[i]
        if p <= i:
            p = i + 1
        while b[p] - x <= lo:
            p += 1
        q = p
        while b[q] - x <= hi:
            found.append(b[q] - x)
            q += 1
    found.sort()
    return found[k - n_lo - 1]
