# For each strip of rows and each first column, the running minimum to the right.
from itertools import accumulate


def sum_of_minima(table):
    total = 0
    for top in range(len(table)):
        minima = table[top]
        for bottom in range(top, len(table)):
            minima = [min(a, b) for a, b in zip(minima, table[bottom])]
            for first in range(len(minima)):
                total += sum(accumulate(minima[first:], min))
    return total % 1_000_000_007
