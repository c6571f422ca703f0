import sys

total = 0
for line in sys.stdin:
    value = int(line)
    total += value * value
print(total % 1000003)
