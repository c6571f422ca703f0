def edit_within(a, b, k):
    d = abs(len(a) - len(b))
    for x, y in zip(a, b):
        if x != y:
            d += 1
    if d <= k:
        return d
    return -1
