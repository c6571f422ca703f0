def longest_stretches(text, limits):
    # Runs of equal letters are one item; a dict in order of last use is the window.
    runs = []
    n = len(text)
    i = 0
    while i < n:
        c = text[i]
        j = i + 1
        while j < n and text[j] == c:
            j += 1
        runs.append((c, j, i))
        i = j
    result = []
    for limit in limits:
        if limit == 0:
            result.append((0, 0))
            continue
        ends = {}          # letter -> end of its last run, oldest first
        left = start = best = 0
        for c, end, begin in runs:
            if c in ends:
                del ends[c]
            elif len(ends) == limit:
                if begin - left > best:
                    best = begin - left
                    start = left
                oldest = next(iter(ends))
                left = ends.pop(oldest)
            ends[c] = end
        if n - left > best:
            best = n - left
            start = left
        result.append((start, best))
    return result
