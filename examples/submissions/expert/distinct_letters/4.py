def longest_stretches(text, limits):
    answer = []
    for k in limits:
        counts = {}
        left = start = best = 0
        for right, c in enumerate(text):
            counts[c] = counts.get(c, 0) + 1
            while len(counts) > k:
                d = text[left]
                counts[d] -= 1
                if not counts[d]:
                    del counts[d]
                left += 1
            if right - left + 1 > best:
                best = right - left + 1
                start = left
        answer.append((start, best))
    return answer
