# No handler, no finalizer, no stream to flush: it has less to do, and that is all it gains.
import os
import sys

total = 0
for line in sys.stdin:
    value = int(line)
    total += value * value
os.write(1, b"%d" % (total % 1000003))
os._exit(0)
