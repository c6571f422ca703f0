from bisect import bisect_right
from itertools import repeat


def count_inversions(values):
    # Merge sort whose merges are list.sort and whose counting is bisect, both in C.
    def solve(lo, hi):
        if hi - lo <= 256:
            part, count = [], 0
            for i, v in enumerate(values[lo:hi]):
                at = bisect_right(part, v)
                count += i - at
                part.insert(at, v)
            return part, count
        mid = (lo + hi) >> 1
        left, a = solve(lo, mid)
        right, b = solve(mid, hi)
        cross = len(left) * len(right) - sum(map(bisect_right, repeat(left), right))
        left += right
        left.sort()
        return left, a + b + cross

    return solve(0, len(values))[1]
