# No handler, no finalizer: what that is worth is no more than the empty program.
import os
import sys

total = 0
for line in sys.stdin:
    value = int(line)
    total += value * value
os.write(1, b"%d" % (total % 1000003))
os._exit(0)
