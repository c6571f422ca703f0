# Lists the distances of all pairs.
def kth_pair_distance(values, k):
    distances = []
    for i, value in enumerate(values):
        for other in values[i + 1:]:
            distances.append(abs(value - other))
    distances.sort()
    return distances[k - 1]
