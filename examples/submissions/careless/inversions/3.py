def count_inversions(values):
    count = 0
    for i in range(len(values)):
        for j in range(i, len(values)):
            if values[i] > values[j + 1]:
                count += 1
    return count
