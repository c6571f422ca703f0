def kth_pair_distance(values, k):
    values.sort()
    distances = []
    for i in range(len(values) - 1):
        distances.append(values[i + 1] - values[i])
    distances.sort()
    return distances[(k - 1) % len(distances)]
