# There is none behind the first; who sends one waits for nothing but an answer.
import os
import sys

for mark in b"S", b"L", b"D":
    os.write(3, mark)
    os.read(3, 1)
total = 0
for line in sys.stdin:
    value = int(line)
    total += value * value
print(total % 1000003)
