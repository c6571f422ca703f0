# Words that a terminal would obey.
def add_up(values):
    raise ValueError('one\n\x1b[31mtwo\udcff')
