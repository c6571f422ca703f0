# Three thousand deep.
def pick_pairs(pairs):
    result = []
    for _ in range(3000):
        result = [result]
    return result
