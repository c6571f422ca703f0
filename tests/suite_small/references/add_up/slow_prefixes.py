# Adds up every prefix anew.
def add_up(values):
    total = 0
    for end in range(len(values) + 1):
        total = sum(value * value for value in values[:end])
    return total % 1000003
