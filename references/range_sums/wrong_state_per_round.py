# Begins every round with state 0.
def range_sums(values, operations, rounds):
    n = len(values)
    tree = [0] * (n + 1)

    def add(at, amount):
        at += 1
        while at <= n:
            tree[at] += amount
            at += at & -at

    def prefix(end):
        total = 0
        while end:
            total += tree[end]
            end &= end - 1
        return total

    for i, value in enumerate(values):
        add(i, value)
    state = 0
    for _ in range(rounds):
        state = 0
        for kind, a, b in operations:
            i = (a + state) % n
            if kind == 0:
                add(i, b)
            else:
                j = (b + state) % n
                if i > j:
                    i, j = j, i
                state = (31 * state + prefix(j + 1) - prefix(i)) % 1000000007
    return state
