# The textbook window with the letters' counts in a Counter.
from collections import Counter


def longest_stretches(text, limits):
    answer = []
    for limit in limits:
        counts = Counter()
        first = start = length = 0
        for end in range(len(text)):
            counts[text[end]] += 1
            while len(counts) > limit:
                counts[text[first]] -= 1
                if counts[text[first]] == 0:
                    del counts[text[first]]
                first += 1
            if end - first + 1 > length:
                length = end - first + 1
                start = first
        answer.append((start, length))
    return answer
