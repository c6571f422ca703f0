def edit_within(a, b, k):
    n, m = len(a), len(b)
    if abs(n - m) > k:
        return None
    reach = {0: 0}
    for e in range(k + 1):
        new = {}
        for d in range(-e, e + 1):
            if e == 0:
                i = 0
            else:
                i = max(reach.get(d - 1, -1), reach.get(d, -1) + 1, reach.get(d + 1, -1) + 1)
            while i < n and i + d < m and a[i] == b[i + d]:
                i += 1
            if d == m - n and i >= n:
                return e
            new[d] = i
        reach = new
    return None
