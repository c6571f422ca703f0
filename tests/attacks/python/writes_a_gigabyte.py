# By its descriptor.
import os

text = b'x' * (1 << 20)


def add_up(values):
    for _ in range(1024):
        os.write(1, text)
    return 0
