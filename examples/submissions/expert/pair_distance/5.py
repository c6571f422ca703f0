from bisect import bisect_right
from itertools import repeat
from operator import add


def kth_pair_distance(values, k):
    a = sorted(values)
    n = len(a)
    lo, hi = 1, a[-1] - a[0]          # the answer is in [lo, hi]
    while lo < hi:
        mid = (lo + hi) // 2
        pairs = sum(map(bisect_right, repeat(a), map(add, a, repeat(mid)))) - n * (n + 1) // 2
        if pairs >= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
