# From each position anew: as far as the limit allows.
def longest_stretches(text, limits):
    answer = []
    for limit in limits:
        start = length = 0
        for first in range(len(text)):
            seen = set()
            end = first
            while end < len(text):
                seen.add(text[end])
                if len(seen) > limit:
                    break
                end += 1
            if end - first > length:
                start, length = first, end - first
        answer.append((start, length))
    return answer
