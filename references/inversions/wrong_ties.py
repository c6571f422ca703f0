# bisect_left gives the place before the equal values, so they count.
from bisect import bisect_left


def count_inversions(values):
    passed = []
    inversions = 0
    for value in values:
        place = bisect_left(passed, value)
        inversions += len(passed) - place
        passed.insert(place, value)
    return inversions
