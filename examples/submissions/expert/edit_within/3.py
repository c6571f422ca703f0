def edit_within(a, b, k):
    """Myers' bit-parallel distance on Python's long integers, column by column."""
    n, m = len(a), len(b)
    if abs(n - m) > k:
        return None
    if n == 0:
        return m
    ones = (1 << n) - 1
    peq = {}
    for i, c in enumerate(a):
        peq[c] = peq.get(c, 0) | 1 << i
    pv, mv, score = ones, 0, n
    top = 1 << (n - 1)
    for c in b:
        eq = peq.get(c, 0)
        xv = eq | mv
        xh = (((eq & pv) + pv) ^ pv) | eq
        ph = mv | ~(xh | pv) & ones
        mh = pv & xh
        if ph & top:
            score += 1
        elif mh & top:
            score -= 1
        ph = (ph << 1 | 1) & ones
        mh = mh << 1 & ones
        pv = mh | ~(xv | ph) & ones
        mv = ph & xv
    return score if score <= k else None
