# What was printed is flushed at the end, wherever the stream has gone.
import sys

total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
print(total)
sys.stdout = None
