def sum_of_minima(table):
    # One strip after the other; the sentinel on the left is smaller than any entry.
    total = 0
    width = len(table[0])
    for top in range(len(table)):
        minima = table[top]
        for row in table[top:]:
            minima = list(map(min, minima, row))
            stack = [-1]
            minima.append(-1)
            sums = [0] * (width + 1)
            for i in range(width):
                v = minima[i]
                while minima[stack[-1]] >= v and stack[-1] >= 0:
                    stack.pop()
                p = stack[-1]
                sums[i] = (sums[p] if p > 0 else 0) + v * (i - p)
                stack.append(i)
            minima.pop()
            total += sum(sums)
    return total % 1_000_000_007
