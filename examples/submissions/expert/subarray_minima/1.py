def sum_of_minima(table):
    """Strips of rows; a stack of (value, column, sum of the minima that end there)."""
    total = 0
    low = -2_000_000_000
    width = len(table[0])
    for top in range(len(table)):
        minima = table[top]
        for row in table[top:]:
            minima = list(map(min, minima, row))
            values = [low]
            columns = [-1]
            sums = [0]
            for i, v in enumerate(minima):
                while values[-1] >= v:
                    values.pop()
                    columns.pop()
                    sums.pop()
                s = sums[-1] + v * (i - columns[-1])
                values.append(v)
                columns.append(i)
                sums.append(s)
                total += s
    return total % 1_000_000_007
