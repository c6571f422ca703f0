# Never gets to its function.
while True:
    pass


def add_up(values):
    return 0
