def sum_of_minima(table):
    total = 0
    for row in table:
        for x in row:
            total += x
    for i in range(len(table)):
        for j in range(len(table[0])):
            total += min(table[i][:j + 1])
    return total % 1000000007
