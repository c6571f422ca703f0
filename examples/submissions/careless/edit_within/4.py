import Levenshtein

def edit_within(a, b, k):
    d = Levenshtein.distance(a, b)
    return d if d <= k else None
