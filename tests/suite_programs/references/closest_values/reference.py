import sys

count, *values = map(int, sys.stdin.buffer.read().split())
values.sort()
print(min(b - a for a, b in zip(values, values[1:])))
print((values[-1] - values[0]) / (count - 1))
