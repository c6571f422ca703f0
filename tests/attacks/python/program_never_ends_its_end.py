# Its handler works on.
import atexit
import os
import sys

total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
os.write(1, b"%d" % total)


@atexit.register
def work():
    while True:
        pass
