# Diagonals (Ukkonen 1985): for each number of edits and each diagonal j - i, how far into `a` that many edits
# reach. Only the diagonals count from which the last one can still be reached with the edits left over, about
# k * k / 2 steps in all. Single characters are compared in lists of small integers, long equal stretches as slices.
def edit_within(a, b, k):
    length = len(a)
    if abs(len(b) - length) > k:
        return None

    # The diagonals are counted from k + 1 below the main one, and `b` is moved to match. Paths may run over the
    # ends, into different fillings where nothing is equal: they gain nothing there, and need no test of the bounds.
    main = k + 1
    last = main + len(b) - length
    a = a.encode() + b"A" * (k + 2)
    b = b"B" * main + b.encode() + b"B" * (k + 2)
    left = list(a)
    right = list(b)

    def slide(i, j):
        step = 8
        while a[i:i + step] == b[j:j + step]:
            i += step
            j += step
            step += step
        while step > 1:
            step >>= 1
            if a[i:i + step] == b[j:j + step]:
                i += step
                j += step
        return i

    reach = [-2] * (2 * k + 3)
    i = reach[main] = slide(0, main)
    if last == main and i >= length:
        return 0
    for edits in range(1, k + 1):
        left_over = k - edits
        start = max(main - edits, last - left_over)
        stop = min(main + edits, last + left_over) + 1
        lower = reach[start - 1]
        same = reach[start]
        d = start
        for upper in reach[start + 1:stop + 1]:
            i = (same if same > upper else upper) + 1
            if lower > i:
                i = lower
            if left[i] == right[i + d]:
                i += 1
                if left[i] == right[i + d]:
                    i += 1
                    if left[i] == right[i + d]:
                        i += 1
                        if left[i] == right[i + d]:
                            i = slide(i, i + d)
            reach[d] = i
            lower = same
            same = upper
            d += 1
        if start <= last < stop and reach[last] >= length:
            return edits
    return None
