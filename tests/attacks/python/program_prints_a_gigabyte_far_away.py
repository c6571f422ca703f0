# Behind a hole of a terabyte.
import os
import signal

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
for attempt in (lambda: os.pwrite(1, b"0", 1 << 40), lambda: os.ftruncate(1, 1 << 40), lambda: os.ftruncate(1, 4 << 20)):
    try:
        attempt()
    except OSError:
        pass
