def range_sums(values: list[int], operations: list[tuple[int, int, int]], rounds: int) -> int:
    n = len(values)
    values = values[:]
    SIZE = 32
    blocks = [sum(values[i:i + SIZE]) for i in range(0, n, SIZE)]
    state = 0
    for _ in range(rounds):
        for kind, a, b in operations:
            i = (a + state) % n
            if not kind:
                values[i] += b
                blocks[i >> 5] += b
            else:
                j = (b + state) % n
                if j < i:
                    i, j = j, i
                if j - i < 64:
                    answer = sum(values[i:j + 1])
                else:
                    first = (i + 31) >> 5
                    last = (j + 1) >> 5
                    answer = (
                        sum(values[i:first << 5]) + sum(blocks[first:last]) + sum(values[last << 5:j + 1])
                    )
                state = (31 * state + answer) % 1000000007
    return state
