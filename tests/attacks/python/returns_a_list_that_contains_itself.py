# Deeper than anything may be.
def pick_pairs(pairs):
    result = []
    result.append(result)
    return result
