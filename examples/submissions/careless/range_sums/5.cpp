def range_sums(values, operations, rounds):
    n = len(values)
    state = 0
    for _ in range(rounds):
        for kind, a, b in operations:
            i = (a + state) % n
            if kind == 0:
                values[i] += b
            else:
                j = (b + state) % n
                state = (31 * state + sum(values[min(i, j):max(i, j) + 1])) % 1000000007
    return state
