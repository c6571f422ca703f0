def kth_pair_distance(values, k):
    d = []
    for i in range(len(values)):
        for j in range(i + 1, len(values)):
            d[len(d)] = abs(values[i] - values[j])
    return sorted(d)[k - 1]
