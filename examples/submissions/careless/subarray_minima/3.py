import sys
def sum_of_minima(table):
    rows = len(table)
    cols = len(table[0])
    if rows > 5:
        print("too large")
        sys.exit(1)
    total = 0
    for a in range(rows):
        for b in range(a, rows):
            m = [min(table[r][c] for r in range(a, b + 1)) for c in range(cols)]
            for c in range(cols):
                for d in range(c, cols):
                    total += min(m[c:d + 1])
    return total % 1000000007
