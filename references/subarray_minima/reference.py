# For each strip of consecutive rows: the minima of its columns, then one pass in which each column finds the
# last smaller one before it along the chain of such links. The blocks that end at column i have minima that
# sum to sums[i] = sums[p] + value * (i - p) with p that smaller column.
def sum_of_minima(table):
    width = len(table[0])
    # The last place, index -1, stands before the first column and is smaller than every entry.
    smaller = [-1] * (width + 1)
    sums = [0] * (width + 1)
    total = 0
    for top, minima in enumerate(table):
        for row in table[top:]:
            minima = list(map(min, minima, row))
            minima.append(-2_000_000_000)
            i = 0
            before = -2_000_000_000
            for value in minima[:-1]:
                p = i - 1
                if before >= value:
                    p = smaller[p]
                    while minima[p] >= value:
                        p = smaller[p]
                smaller[i] = p
                sums[i] = sums[p] + value * (i - p)
                before = value
                i += 1
            total += sum(sums)
            minima.pop()
    return total % 1_000_000_007
