# Sorts each window.
def mean_of_medians(values, width):
    total = 0
    for first in range(len(values) - width + 1):
        window = sorted(values[first:first + width])
        total += (window[(width - 1) // 2] + window[width // 2]) / 2
    return total / (len(values) - width + 1)
