# Nothing to call.
def add(values):
    return 0
