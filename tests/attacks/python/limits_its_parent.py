# Others are nobody's business.
import os
import resource


def add_up(values):
    resource.prlimit(os.getppid(), resource.RLIMIT_CPU)
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
