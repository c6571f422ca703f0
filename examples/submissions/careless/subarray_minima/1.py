def sum_of_minima(table):
    total = 0
    for a in range(len(table)):
        for b in range(a, len(table)):
            for c in range(len(table[0])):
                for d in range(c, len(table[0])):
                    total += min(min(row[c:d + 1]) for row in table[a:b + 1])
    return total % (10 ** 9 + 7)
