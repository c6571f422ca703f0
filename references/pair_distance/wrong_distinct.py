# Counts equal distances once.
def kth_pair_distance(values, k):
    distances = set()
    for i, value in enumerate(values):
        for other in values[i + 1:]:
            distances.add(abs(value - other))
    distances = sorted(distances)
    return distances[min(k, len(distances)) - 1]
