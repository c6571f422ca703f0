# Adds up every group anew.
import sys

n, *values = map(int, open(0).read().split())
for last in range(n):
    total = 0
    for first in range(last, -1, -1):
        total += values[first]
        if total % n == 0:
            print(first + 1, last + 1)
            sys.exit()
