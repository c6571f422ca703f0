# Chunk by chunk: bisect counts the values up to each one among the earlier chunks, kept as one sorted list,
# and among the chunk's own values, inserted one by one into a list short enough to make that cheap.
from bisect import bisect_right
from itertools import repeat

CHUNK = 512


def count_inversions(values):
    n = len(values)
    in_order = 0
    earlier = []
    for start in range(0, n, CHUNK):
        chunk = values[start:start + CHUNK]
        in_order += sum(map(bisect_right, repeat(earlier), chunk))
        passed = []
        insert = passed.insert
        in_order += sum([insert(place := bisect_right(passed, value), value) or place for value in chunk])
        earlier += passed
        earlier.sort()  # finds the two runs and merges them
    return n * (n - 1) // 2 - in_order
