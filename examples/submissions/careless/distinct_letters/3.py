def longest_stretches(text, limits):
    res = []
    for k in limits:
        count = {}
        left = right = best = start = 0
        while right < len(text):
            c = text[right]
            if c in count or len(count) < k:
                count[c] = count.get(c, 0) + 1
                right += 1
            elif count:
                count[text[left]] -= 1
                if count[text[left]] == 0:
                    count.pop(text[left])
                left += 1
            if right - left > best:
                best, start = right - left, left
        res.append((start, best))
    return res
