# Nobody reads it.
import sys

for i in range(100):
    sys.stderr.write("x" * (1 << 20))
total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
print(total)
