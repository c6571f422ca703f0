def kth_pair_distance(values, k):
    d = sorted(abs(x - y) for i, x in enumerate(values) for y in values[i + 1:]
    return d[k - 1]
