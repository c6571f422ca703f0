# Which is not a list.
def pick_pairs(pairs):
    return dict(pairs).items()
