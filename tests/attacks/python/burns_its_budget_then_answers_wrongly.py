# At level 0 the budget comes first, and the sample fails all the same.
def add_up(values):
    for _ in range(10 ** 8):
        pass
    return -1
