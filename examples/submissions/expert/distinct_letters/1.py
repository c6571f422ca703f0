def longest_stretches(text, limits):
    """One jump per letter that enters too many: places of the next and the previous occurrence."""
    n = len(text)
    nxt = [n] * n
    prv = [-1] * n
    seen = {}
    for i, c in enumerate(text):
        j = seen.get(c)
        if j is not None:
            nxt[j] = i
            prv[i] = j
        seen[c] = i

    memo = {0: (0, 0)}
    for limit in limits:
        if limit in memo:
            continue
        if limit >= len(seen):
            memo[limit] = (0, n)
            continue
        left = distinct = best = start = 0
        i = -1
        for p in prv:
            i += 1
            if p < left:
                distinct += 1
                if distinct > limit:
                    if i - left > best:
                        best = i - left
                        start = left
                    while nxt[left] <= i:
                        left += 1
                    left += 1
                    distinct -= 1
        if n - left > best:
            best, start = n - left, left
        memo[limit] = (start, best)
    return [memo[limit] for limit in limits]
