# Never returns.
def add_up(values):
    while True:
        pass
