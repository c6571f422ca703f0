# Sums of blocks beside the values. A range is two ends of blocks and the blocks between, and sum() over these
# three slices costs less than the walks of a binary indexed tree in bytecode until lists are far longer.
def range_sums(values, operations, rounds):
    n = len(values)
    values = list(values)
    shift = (n.bit_length() - 1) // 2
    size = 1 << shift
    blocks = [sum(values[start:start + size]) for start in range(0, n, size)]

    state = 0
    for _ in range(rounds):
        for kind, a, b in operations:
            i = (a + state) % n
            if kind:
                j = (b + state) % n
                if i > j:
                    i, j = j, i
                first = (i >> shift) + 1
                last = j >> shift
                if first > last:
                    answer = sum(values[i:j + 1])
                else:
                    answer = sum(
                        values[last << shift:j + 1],
                        sum(blocks[first:last], sum(values[i:first << shift])),
                    )
                state = (31 * state + answer) % 1000000007
            else:
                values[i] += b
                blocks[i >> shift] += b
    return state
