# One call of the interpreter, which looks at no clock meanwhile.
def add_up(values):
    return 9 ** 9 ** 9
