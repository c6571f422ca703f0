from bisect import bisect_left, bisect_right


def mean_of_medians(values: list[int], width: int) -> float:
    window = sorted(values[:width])
    a, b = (width - 1) // 2, width // 2
    total = window[a] + window[b]
    for i in range(width, len(values)):
        old, new = values[i - width], values[i]
        if old != new:
            # one move of only the part between the two places
            p = bisect_left(window, old)
            q = bisect_right(window, new)
            if p < q:
                window[p:q - 1] = window[p + 1:q]
                window[q - 1] = new
            else:
                window[q + 1:p + 1] = window[q:p]
                window[q] = new
        total += window[a] + window[b]
    return total / (2 * (len(values) - width + 1))
