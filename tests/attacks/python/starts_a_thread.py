# RuntimeError, since clone() answers EPERM.
import threading


def add_up(values):
    threading.Thread(target=print).start()
    return 0
