def edit_within(a: str, b: str, k: int) -> int | None:
    if len(a) > len(b):
        a, b = b, a
    n, m = len(a), len(b)
    delta = m - n
    if delta > k:
        return None
    below = (k - delta) // 2
    # b is moved right so that diagonal d compares a[i] with shifted[i + d + off]
    off = below + 1
    s = list(a.encode()) + [1] * (k + 3)
    t = [0] * off + list(b.encode()) + [0] * (k + 3)
    width = below + delta + below + 3
    reach = [-k - 5] * width
    goal = delta + off
    i = 0
    while s[i] == t[i + off]:
        i += 1
    reach[off] = i
    if delta == 0 and i >= n:
        return 0
    for e in range(1, k + 1):
        lo = max(off - e, goal - k + e)
        if lo < 1:
            lo = 1
        hi = min(off + e, goal + k - e, width - 2)
        left = reach[lo - 1]
        here = reach[lo]
        d = lo
        for right in reach[lo + 1:hi + 2]:
            i = (here if here > right else right) + 1
            if left > i:
                i = left
            while s[i] == t[i + d]:
                i += 1
            reach[d] = i
            left = here
            here = right
            d += 1
        if lo <= goal <= hi and reach[goal] >= n:
            return e
    return None
