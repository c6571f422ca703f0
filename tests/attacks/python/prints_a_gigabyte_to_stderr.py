# The output ends at its limit, and the sample with it.
import sys

text = 'x' * (1 << 20)


def add_up(values):
    for _ in range(1024):
        sys.stderr.write(text)
    return 0
