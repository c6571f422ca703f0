# With the limit taken away.
import sys

sys.setrecursionlimit(2 ** 31 - 1)


def add_up(values):
    return add_up(values) + 1
