# Bytes that are not UTF-8.
import sys

sys.stdout.buffer.write(b"\xff\xfe")
