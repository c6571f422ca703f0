# Nobody writes there.
import os


def add_up(values):
    return len(os.read(3, 1))
