def add_up(values):
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
