# After the right answer.
import sys

total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
print(total)
sys.exit("done")
