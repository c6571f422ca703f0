# Neither exit handlers nor finalizers are ever run.
import atexit


def linger():
    while True:
        pass


atexit.register(linger)


class Late:
    def __del__(self):
        linger()


late = Late()


def add_up(values):
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
