# Limits, priorities, processors.
import os
import resource


def works(attempt, *arguments):
    try:
        attempt(*arguments)
    except (OSError, ValueError, ImportError, RuntimeError, AttributeError):
        return False
    return True


def add_up(values):
    got = [
        works(resource.setrlimit, resource.RLIMIT_CPU, (-1, -1)),
        works(resource.setrlimit, resource.RLIMIT_FSIZE, (-1, -1)),
        works(os.nice, -5),
        works(os.sched_setaffinity, 0, {0}),
        works(os.setsid),
        works(os.setuid, 12345),
    ]
    if any(got):
        return -1
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
