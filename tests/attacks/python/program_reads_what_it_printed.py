# Its own output cannot be opened, nor its input written.
import os
import sys

done = 0
for attempt in (
    lambda: os.open("/proc/self/fd/1", os.O_RDONLY),
    lambda: os.open("/proc/self/fd/0", os.O_RDWR),
    lambda: os.write(0, b"1\n"),
    lambda: os.read(4, 1) + 0,
):
    try:
        attempt()
        done += 1
    except (OSError, TypeError):
        pass
total = sum(int(line) ** 2 for line in sys.stdin) % 1000003
print(total + done)
