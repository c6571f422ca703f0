import bisect
def mean_of_medians(values, width):
    w = sorted(values[:width])
    s = 0
    i = width
    while True:
        s += w[width // 2] + w[(width - 1) // 2]
        if i == len(values):
            break
        w.pop(bisect.bisect_left(w, values[i - width]))
        bisect.insort(w, values[i])
        i += 1
    return s / 2 / (len(values) - width + 1)
