from bisect import bisect_left, insort


def mean_of_medians(values, width):
    window = sorted(values[:width])
    middle = width // 2
    total = 0
    for i in range(width, len(values) + 1):
        if width % 2:
            total += window[middle]
        else:
            total += (window[middle - 1] + window[middle]) // 2
        if i < len(values):
            del window[bisect_left(window, values[i - width])]
            insort(window, values[i])
    return total / (len(values) - width + 1)
