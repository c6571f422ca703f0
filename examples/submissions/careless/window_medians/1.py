def mean_of_medians(values, width):
    total = 0
    for i in range(len(values) - width):
        w = sorted(values[i:i + width])
        total += w[width // 2]
    return total / (len(values) - width)
