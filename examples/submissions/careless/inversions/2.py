def count_inversions(values):
    # inversions = positions that differ from the sorted list
    s = sorted(values)
    return sum(1 for a, b in zip(values, s) if a != b)
