# Sort; then a search for the distance. Two pointers count in one pass how many pairs are at most d apart. The
# next d comes from interpolation, aimed a little past the k-th pair so that both bounds close in, and from
# bisection where interpolation gains little. Once few pairs are left between the bounds they are listed.

def kth_pair_distance(values, k):
    values = sorted(values)
    n = len(values)
    ends = values + [values[-1] + (1 << 40)]  # the last stops the walk
    below, enough = -1, values[-1] - values[0]
    pairs_below, pairs_enough = 0, n * (n - 1) // 2
    own = n * (n + 1) // 2  # the sum of the first places a pair can end before
    interpolate = True
    while enough - below > 1:
        between = pairs_enough - pairs_below
        if between <= n:
            break
        if interpolate:
            rank = (k - pairs_below) / between
            aim = rank + 0.03125 if rank < 0.5 else rank - 0.03125
            step = max(1, min(int((enough - below) * aim), enough - below - 1))
        else:
            step = (enough - below) // 2
        d = below + step

        pairs = -own
        reach = 0
        for most in values:
            most += d
            while ends[reach] <= most:
                reach += 1
            pairs += reach

        if pairs < k:
            below = d
            pairs_below = pairs
        else:
            enough = d
            pairs_enough = pairs
        interpolate = not interpolate or (pairs_enough - pairs_below) * 4 < between
    if enough - below == 1:
        return enough

    distances = []
    first = 0
    for low, value in enumerate(values, 1):
        least = value + below
        while ends[first] <= least:
            first += 1
        if first < low:
            first = low
        if ends[first] <= value + enough:
            most = value + enough
            at = first
            while ends[at] <= most:
                distances.append(ends[at] - value)
                at += 1
    distances.sort()
    return distances[k - pairs_below - 1]
