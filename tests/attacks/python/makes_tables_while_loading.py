# Beyond the allowance it is charged, and said.
table = [i * i for i in range(20000)]


def add_up(values):
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
