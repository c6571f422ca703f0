def longest_stretches(text, limits):
    res = []
    for k in limits:
        i = 0
        j = 0
        best = ""
        while j < len(text):
            if len(set(text[i:j + 1])) <= k:
                if len(text[i:j + 1]) > len(best):
                    best = text[i:j + 1]
                j += 1
            else:
                i += 1
                j += 1
        res.append((text.find(best), len(best)))
    return res
