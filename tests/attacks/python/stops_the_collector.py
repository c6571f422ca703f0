# Its own affair, and no gain here.
import gc

gc.disable()
gc.unfreeze()
gc.set_threshold(0)


def add_up(values):
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
