def longest_stretches(text, limits):
    n = len(text)
    result = []
    for limit in limits:
        last = {}
        left = start = best = 0
        for i, c in enumerate(text):
            if c not in last and len(last) == limit:
                if i - left > best:
                    best, start = i - left, left
                # dicts keep the order of insertion: the first one is the oldest
                oldest = next(iter(last), None)
                if oldest is None:
                    left = i + 1
                    continue
                left = last.pop(oldest) + 1
            last[c] = i
        if n - left > best:
            best, start = n - left, left
        result.append((start, best))
    return result
