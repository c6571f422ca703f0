from itertools import accumulate


def range_sums(values, operations, rounds):
    # Prefix sums of the blocks are rebuilt lazily: most sums then need two short slices and one difference.
    n = len(values)
    a = list(values)
    shift = max(2, n.bit_length() // 2)
    mask = (1 << shift) - 1
    blocks = [sum(a[i:i + mask + 1]) for i in range(0, n, mask + 1)]
    before = None
    state = 0
    for _ in range(rounds):
        for kind, x, y in operations:
            i = (x + state) % n
            if kind:
                j = (y + state) % n
                if i > j:
                    i, j = j, i
                if before is None:
                    before = list(accumulate(blocks, initial=0))
                bi = i >> shift
                bj = (j + 1) >> shift
                s = (before[bj] + sum(a[bj << shift:j + 1])) - (before[bi] + sum(a[bi << shift:i]))
                state = (31 * state + s) % 1_000_000_007
            else:
                a[i] += y
                blocks[i >> shift] += y
                before = None
    return state
