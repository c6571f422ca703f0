from bisect import bisect_right
from itertools import repeat
from operator import add


def kth_pair_distance(values: list[int], k: int) -> int:
    a = sorted(values)
    n = len(a)
    target = k + n * (n + 1) // 2          # each row also counts itself and all before it
    lo, hi = -1, a[-1] - a[0]
    c_lo, c_hi = n * (n + 1) // 2, n * n
    smart = True
    while hi - lo > 1 and c_hi - c_lo > n:
        span = hi - lo
        if smart:
            p = (target - c_lo) / (c_hi - c_lo)
            d = lo + min(max(int(span * (p + (0.02 if p < 0.5 else -0.02))), 1), span - 1)
        else:
            d = lo + span // 2
        before = c_hi - c_lo
        c = sum(map(bisect_right, repeat(a), map(add, a, repeat(d))))
        if c < target:
            lo, c_lo = d, c
        else:
            hi, c_hi = d, c
        smart = not smart or (c_hi - c_lo) * 4 < before
    if hi - lo == 1:
        return hi
    rest = []
    for i, x in enumerate(a, 1):
        start = max(i, bisect_right(a, x + lo))
        rest.extend([y - x for y in a[start:bisect_right(a, x + hi)]])
    rest.sort()
    return rest[target - c_lo - 1]
