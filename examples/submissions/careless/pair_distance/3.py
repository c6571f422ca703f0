def kth_pair_distance(values, k):
    distances = set()
    for i in values:
        for j in values:
            distances.add(abs(i - j))
    distances.discard(0)
    return sorted(distances)[:k][-1] if distances else 0
