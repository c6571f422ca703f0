# A well-formed one, beside the right answer: a program has no business there.
import os
import struct
import sys

os.write(4, struct.pack("<IIQ", 0x31524645, 1, 6) + b"\x06\x01\0\0\0" + b"0")
total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
print(total)
