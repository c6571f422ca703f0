def range_sums(values, operations, rounds):
    """Square-root decomposition; all adding is done by sum() on slices."""
    n = len(values)
    a = list(values)
    size = max(1, int(n ** 0.5))
    blocks = [sum(a[i:i + size]) for i in range(0, n, size)]
    state = 0
    for _ in range(rounds):
        for kind, p, q in operations:
            i = (p + state) % n
            if kind == 0:
                a[i] += q
                blocks[i // size] += q
                continue
            j = (q + state) % n
            if i > j:
                i, j = j, i
            j += 1
            bi = i // size
            bj = j // size
            if bi == bj:
                s = sum(a[i:j])
            else:
                s = sum(a[i:(bi + 1) * size]) + sum(blocks[bi + 1:bj]) + sum(a[bj * size:j])
            state = (31 * state + s) % 1000000007
    return state
