# Not an int.
def add_up(values):
    return (value for value in values)
