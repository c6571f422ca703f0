# Loops, and lets nothing out.
def add_up(values):
    while True:
        try:
            while True:
                pass
        except BaseException:
            pass
