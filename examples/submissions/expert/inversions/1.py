from bisect import bisect_right


def count_inversions(values):
    """Walk from left to right with a short sorted list, poured into a long one when it is full.

    list.insert is a memmove, which is cheap as long as the list is short; list.sort merges the
    two runs in linear time.
    """
    size = 800
    n = len(values)
    long_list = []
    in_order = 0
    for start in range(0, n, size):
        short = []
        insert = short.insert
        for v in values[start:start + size]:
            p = bisect_right(short, v)
            insert(p, v)
            in_order += p + bisect_right(long_list, v)
        long_list += short
        long_list.sort()
    return n * (n - 1) // 2 - in_order
