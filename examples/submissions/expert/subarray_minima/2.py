def sum_of_minima(table: list[list[int]]) -> int:
    n = len(table[0])
    infinity = 10 ** 10
    answer = 0
    for top in range(len(table)):
        minima = [infinity] * n
        for bottom in range(top, len(table)):
            minima = [a if a < b else b for a, b in zip(minima, table[bottom])]
            ending = []
            stack = []          # columns with rising minima
            push = stack.append
            pop = stack.pop
            i = 0
            for v in minima:
                while stack and minima[stack[-1]] >= v:
                    pop()
                if stack:
                    p = stack[-1]
                    ending.append(ending[p] + v * (i - p))
                else:
                    ending.append(v * (i + 1))
                push(i)
                i += 1
            answer += sum(ending)
    return answer % 1000000007
