def longest_stretches(text, limits):
    out = []
    for k in limits:
        best = (0, 0)
        for i in range(len(text)):
            for j in range(i + best[1], len(text)):
                if len(set(text[i:j + 1])) <= k:
                    if j - i + 1 > best[1]:
                        best = (i, j - i + 1)
                else:
                    break
        out.append(best)
    return out
