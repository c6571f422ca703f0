# Always the one that ends first.
def pick_pairs(pairs):
    picked = []
    free_from = 0
    for pair in sorted(pairs, key=lambda pair: pair[1]):
        if pair[0] >= free_from:
            picked.append(pair)
            free_from = pair[1]
    return picked
