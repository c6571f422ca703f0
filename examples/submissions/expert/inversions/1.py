from bisect import bisect_right


def count_inversions(values):
    """Walk from left to right with one sorted list.

    list.insert is a memmove, which for lists of this length is cheaper than
    any tree written in Python.
    """
    seen = []
    in_order = 0
    insert = seen.insert
    for v in values:
        p = bisect_right(seen, v)
        in_order += p
        insert(p, v)
    n = len(values)
    return n * (n - 1) // 2 - in_order
