def range_sums(values, operations, rounds):
    n = len(values)
    state = 0
    for kind, a, b in operations * rounds:
        i = (a + state) % n
        if kind == 0:
            values[i] += b
        else:
            j = (b + state) % n
            state = (31 * state + sum(values[i:j])) % 1000000007
    return state
