# What it does to itself says nothing about limits.
import os
import signal


def add_up(values):
    os.kill(os.getpid(), signal.SIGSYS)
    return 0
