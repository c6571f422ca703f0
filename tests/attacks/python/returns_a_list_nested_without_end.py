# Twenty thousand deep.
def pick_pairs(pairs):
    result = []
    for _ in range(20000):
        result = [result]
    return result
