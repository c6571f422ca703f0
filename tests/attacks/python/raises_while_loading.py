# Before it can be called.
raise ValueError('too early')


def add_up(values):
    return 0
