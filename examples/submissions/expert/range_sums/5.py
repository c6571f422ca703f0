def range_sums(values, operations, rounds):
    n = len(values)
    values = list(values)
    size = 1 << (n.bit_length() // 2)
    blocks = [sum(values[i:i + size]) for i in range(0, n, size)]
    state = 0
    for _ in range(rounds):
        for kind, a, b in operations:
            i = (a + state) % n
            if kind == 0:
                values[i] += b
                blocks[i // size] += b
            else:
                j = (b + state) % n
                i, j = min(i, j), max(i, j) + 1
                first, last = i // size + 1, j // size
                s = sum(values[i:first * size])
                s += sum(blocks[first:last])
                s += sum(values[last * size:j])
                state = (31 * state + s) % 1000000007
    return state
