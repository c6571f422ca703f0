# I am not able to finish the two heaps, but the idea is as follows.
def medians_of_windows(values, width):
    small, large = [], []
    for v in values:
        small.append(v)
        small.sort()
    return small
