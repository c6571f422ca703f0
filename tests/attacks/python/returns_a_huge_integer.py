# Not an int.
def add_up(values):
    return 1 << 4000000
