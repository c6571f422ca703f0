# Keeps what it allocates until MemoryError leaves it.
def add_up(values):
    kept = []
    while True:
        kept.append(bytearray(16 << 20))
