# RecursionError, or the budget before it.
def add_up(values):
    return add_up(values) + 1
