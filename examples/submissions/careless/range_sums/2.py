def range_sums(values, operations, rounds):
    state = 0
    n = len(values)
    for r in range(rounds):
        for op in operations:
            i = (op[1] + state) % n
            if op[0] == 0:
                values[i] = values[i] + op[2]
            elif op[0] == 1:
                j = (op[2] + state) % n
                if i > j:
                    temp = i
                    i = j
                    j = temp
                answer = 0
                for k in range(i, j + 1):
                    answer = answer + values[k]
                state = (31 * state + answer) % 1000000007
    return state
