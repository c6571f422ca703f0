def sum_of_minima(table):
    # Running sum of the minima of all blocks that end here; equal neighbours need no work at all.
    total = 0
    for top, first in enumerate(table):
        minima = first
        for row in table[top:]:
            minima = [*map(min, minima, row)]
            stack = [(-1 << 40, 0)]   # value, how many starts it covers
            current = 0
            for v in minima:
                starts = 1
                top_value, covered = stack[-1]
                while top_value >= v:
                    del stack[-1]
                    current -= top_value * covered
                    starts += covered
                    top_value, covered = stack[-1]
                stack.append((v, starts))
                current += v * starts
                total += current
    return total % (10 ** 9 + 7)
