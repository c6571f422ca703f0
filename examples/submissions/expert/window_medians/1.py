from bisect import bisect_left, insort


def mean_of_medians(values, width):
    """One sorted list; deletion and insertion are memmoves."""
    window = sorted(values[:width])
    low, high = (width - 1) // 2, width // 2
    twice = window[low] + window[high]
    for out, new in zip(values, values[width:]):
        del window[bisect_left(window, out)]
        insort(window, new)
        twice += window[low] + window[high]
    return twice / (2 * (len(values) - width + 1))
