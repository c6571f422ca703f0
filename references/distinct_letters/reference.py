# A window that never shrinks: it slides at length best + 1 until it holds few enough letters, then grows.
# Whether a letter is new in a window, or gone with its first place, is read off the distance to its
# neighbouring occurrences. So a slide is two comparisons with a width that is fixed until the window grows,
# and the search for the next place where it may grow runs inside the interpreter's own iterators.
from itertools import accumulate, repeat
from operator import gt, indexOf, sub


def longest_stretches(text, limits):
    n = len(text)
    # since[i], until[i]: distance from i to the occurrence of its letter before and after it. A letter not
    # met before counts as met at -(n + 1): further than any width, and an index into the padding of until.
    last = [-n - 1] * 128
    since = [0] * n
    until = [n + 1] * (2 * n + 2)
    i = 0
    for letter in text.encode():
        place = last[letter]
        since[i] = until[place] = i - place
        last[letter] = i
        i += 1

    answer = []
    for limit in limits:
        start = length = 0
        if limit > 0:
            room = limit  # letters that may still join
            first = 0
            entering = iter(since)
            leaving = iter(until)
            while True:
                # Grow until one letter is too much.
                for gap in entering:
                    if gap > length:
                        if not room:
                            break
                        room -= 1
                    length += 1
                else:
                    break
                start = first
                # Slide the window, which holds a letter too much, until it holds one less than now.
                width = repeat(length)
                change = map(sub, map(gt, entering, width), map(gt, leaving, width))
                try:
                    first += indexOf(accumulate(change), -1) + 1
                except ValueError:
                    break
                start = first
                length += 1
        answer.append((start, length))
    return answer
