# In __del__, which Python itself ignores.
class Evil:
    def __del__(self):
        raise ValueError


def add_up(values):
    Evil()
    total = 0
    for value in values:
        total += value * value
    return total % 1000003
