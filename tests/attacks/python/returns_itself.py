# Not an int.
def add_up(values):
    return add_up
