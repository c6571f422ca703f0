def mean_of_medians(values, width):
    window = list(values[:width])
    medians = []
    i = width
    while True:
        s = sorted(window)
        if width % 2 == 0:
            medians.append((s[width // 2 - 1] + s[width // 2]) / 2)
        else:
            medians.append(float(s[width // 2]))
        if i >= len(values):
            break
        window = window[1:] + [values[i]]
        i = i + 1
    return sum(medians) / len(medians)
