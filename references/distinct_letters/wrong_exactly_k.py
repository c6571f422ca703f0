# Counts only stretches with exactly k different letters, so a text with fewer gives nothing.
def longest_stretches(text, limits):
    answer = []
    for limit in limits:
        counts = {}
        first = start = length = 0
        for end, letter in enumerate(text):
            counts[letter] = counts.get(letter, 0) + 1
            while len(counts) > limit:
                left = text[first]
                first += 1
                counts[left] -= 1
                if not counts[left]:
                    del counts[left]
            if len(counts) == limit and end - first + 1 > length:
                length = end - first + 1
                start = first
        answer.append((start, length))
    return answer
