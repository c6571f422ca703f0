# Forgets the modulus.
import sys

print(sum(int(line) ** 2 for line in sys.stdin))
