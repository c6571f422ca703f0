# Forgets the modulus.
def add_up(values):
    return sum(value * value for value in values)
