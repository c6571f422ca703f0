# Trace functions are the sample's own code.
import sys


def watch(*arguments):
    sys.settrace(None)
    return None


def add_up(values):
    sys.settrace(watch)
    sys.setprofile(lambda *arguments: None)
    len(values)
    sys.setprofile(None)
    sys.settrace(None)
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
