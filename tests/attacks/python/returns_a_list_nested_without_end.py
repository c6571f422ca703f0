# A hundred thousand deep.
def pick_pairs(pairs):
    result = []
    for _ in range(100000):
        result = [result]
    return result
