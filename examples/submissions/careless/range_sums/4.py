def range_sums(values, operations, rounds):
    n = len(values)
    state = 0
    for _ in range(rounds):
        for op in operations:
            if op.kind == "add":
                values[(op.a + state) % n] += op.b
            else:
                i, j = (op.a + state) % n, (op.b + state) % n
                state = (31 * state + sum(values[i:j + 1])) % 1000000007
    return state
