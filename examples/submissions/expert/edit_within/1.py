def edit_within(a, b, k):
    """Furthest points on diagonals (Ukkonen). Sentinels spare the bounds."""
    n, m = len(a), len(b)
    goal = m - n
    if abs(goal) > k:
        return None
    pad = k + 2
    x = a + "A" * pad
    y = "B" * pad + b + "B" * pad
    zero = pad

    def slide(i, j):
        # long common stretches in slices that double
        step = 16
        while x[i:i + step] == y[j:j + step]:
            i += step
            j += step
            step *= 2
        while x[i] == y[j]:
            half = step
            while half > 1 and x[i:i + half] != y[j:j + half]:
                half >>= 1
            i += half
            j += half
        return i

    far = [-1 << 30] * (2 * k + 5)
    far[zero] = i = slide(0, zero)
    if goal == 0 and i >= n:
        return 0
    for e in range(1, k + 1):
        lo = max(-e, goal - k + e) + zero
        hi = min(e, goal + k - e) + zero
        left, here = far[lo - 1], far[lo]
        for d in range(lo, hi + 1):
            right = far[d + 1]
            i = here if here > right else right
            i += 1
            if left > i:
                i = left
            if x[i] == y[i + d]:
                i += 1
                if x[i] == y[i + d]:
                    i += 1
                    if x[i] == y[i + d]:
                        i = slide(i, i + d)
            far[d] = i
            left, here = here, right
        if lo <= zero + goal <= hi and far[zero + goal] >= n:
            return e
    return None
