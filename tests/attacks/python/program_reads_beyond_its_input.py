# Waits for more where there is no more.
import sys

while True:
    sys.stdin.read(1)
