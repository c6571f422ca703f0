def count_inversions(values):
    return sum(values[i] > values[j] for i in range(len(values)) for j in range(i + 1, len(values)))
