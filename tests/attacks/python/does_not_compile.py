# A cut line.
def add_up(values):
    return (
