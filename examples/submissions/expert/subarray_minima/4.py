def sum_of_minima(table):
    MOD = 10 ** 9 + 7
    rows, cols = len(table), len(table[0])
    total = 0
    for top in range(rows):
        v = table[top][:]
        for bottom in range(top, rows):
            for j in range(cols):
                if table[bottom][j] < v[j]:
                    v[j] = table[bottom][j]
            left, right, stack = [0] * cols, [0] * cols, []
            for j in range(cols):
                while stack and v[stack[-1]] > v[j]:
                    stack.pop()
                left[j] = j - (stack[-1] if stack else -1)
                stack.append(j)
            stack = []
            for j in range(cols - 1, -1, -1):
                while stack and v[stack[-1]] >= v[j]:
                    stack.pop()
                right[j] = (stack[-1] if stack else cols) - j
                stack.append(j)
            for j in range(cols):
                total = (total + v[j] * left[j] * right[j]) % MOD
    return total
