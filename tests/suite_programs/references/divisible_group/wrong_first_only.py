# Tries only groups that begin with the first value.
import sys

words = iter(sys.stdin.read().split())
n = int(next(words))
total = 0
for i, word in enumerate(words, 1):
    total += int(word)
    if total % n == 0:
        break
print(1, i)
