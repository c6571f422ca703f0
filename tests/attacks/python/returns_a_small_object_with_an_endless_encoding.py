# The same list again and again: 2^60 items.
def pick_pairs(pairs):
    result = [(1, 2)]
    for _ in range(60):
        result = [result, result]
    return result
