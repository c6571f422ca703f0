# Counts a block once for each of its equal minima: both neighbours are sought strictly smaller.
def sum_of_minima(table):
    total = 0
    for top in range(len(table)):
        minima = list(table[top])
        for bottom in range(top, len(table)):
            minima = [min(a, b) for a, b in zip(minima, table[bottom])]
            width = len(minima)
            left = [0] * width
            right = [0] * width
            stack = []
            for i in range(width):
                while stack and minima[stack[-1]] >= minima[i]:
                    stack.pop()
                left[i] = i - (stack[-1] if stack else -1)
                stack.append(i)
            stack = []
            for i in reversed(range(width)):
                while stack and minima[stack[-1]] >= minima[i]:
                    stack.pop()
                right[i] = (stack[-1] if stack else width) - i
                stack.append(i)
            total += sum(a * l * r for a, l, r in zip(minima, left, right))
    return total % 1_000_000_007
