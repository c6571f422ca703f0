# Goes on after the signal, and answers rightly.
import os
import signal

text = b'x' * (1 << 20)


def add_up(values):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        for _ in range(8):
            os.write(1, text)
    except OSError:
        pass
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
