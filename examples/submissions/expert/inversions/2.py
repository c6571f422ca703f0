from bisect import bisect_left


def count_inversions(values: list[int]) -> int:
    # From the right: how many of the values behind are smaller.
    behind: list[int] = []
    total = 0
    for v in reversed(values):
        at = bisect_left(behind, v)
        total += at
        behind.insert(at, v)
    return total
