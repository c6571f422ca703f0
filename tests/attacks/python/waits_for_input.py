# There is none: the end of the file comes at once.
def add_up(values):
    return int(input())
