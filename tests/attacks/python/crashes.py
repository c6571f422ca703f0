# A null pointer, by faulthandler.
import faulthandler


def add_up(values):
    faulthandler._sigsegv()
