from difflib import SequenceMatcher

def edit_within(a, b, k):
    s = SequenceMatcher(None, a, b)
    d = sum(max(i2 - i1, j2 - j1) for tag, i1, i2, j1, j2 in s.get_opcodes() if tag != 'equal')
    return d if d < k else None
