# Compares every pair.
def count_inversions(values):
    inversions = 0
    for i, value in enumerate(values):
        for other in values[i + 1:]:
            if value > other:
                inversions += 1
    return inversions
