# Adds up each range anew.
def range_sums(values, operations, rounds):
    n = len(values)
    values = list(values)
    state = 0
    for _ in range(rounds):
        for kind, a, b in operations:
            i = (a + state) % n
            if kind == 0:
                values[i] += b
            else:
                j = (b + state) % n
                if i > j:
                    i, j = j, i
                answer = 0
                for at in range(i, j + 1):
                    answer += values[at]
                state = (31 * state + answer) % 1000000007
    return state
