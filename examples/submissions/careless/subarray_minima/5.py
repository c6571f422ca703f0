import math
def sum_of_minima(table):
    s = 0.0
    n, m = len(table), len(table[0])
    for a in range(n):
        col = table[a][:]
        for b in range(a, n):
            col = [min(x, y) for x, y in zip(col, table[b])]
            for i in range(m):
                cur = col[i]
                for j in range(i, m):
                    cur = min(cur, col[j])
                    s = s + cur
    return math.fmod(s, 1e9 + 7)
