# Rounds the half between two middle values down.
from bisect import bisect_left, insort


def mean_of_medians(values, width):
    window = sorted(values[:width])
    total = (window[(width - 1) // 2] + window[width // 2]) // 2
    for out, new in zip(values, values[width:]):
        del window[bisect_left(window, out)]
        insort(window, new)
        total += (window[(width - 1) // 2] + window[width // 2]) // 2
    return total / (len(values) - width + 1)
