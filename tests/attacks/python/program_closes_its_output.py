# And prints.
import os
import sys

os.close(1)
total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
print(total)
