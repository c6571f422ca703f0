# Right where inputs are small.
def add_up(values):
    if len(values) > 1000:
        return -1
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
