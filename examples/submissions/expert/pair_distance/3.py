def kth_pair_distance(values, k):
    a = sorted(values)
    n = len(a)

    def pairs_within(d):
        total = left = 0
        for right in range(n):
            while a[right] - a[left] > d:
                left += 1
            total += right - left
        return total

    lo, hi = 0, a[-1] - a[0]
    while lo < hi:
        mid = (lo + hi) // 2
        if pairs_within(mid) >= k:
            hi = mid
        else:
            lo = mid + 1
    return lo
