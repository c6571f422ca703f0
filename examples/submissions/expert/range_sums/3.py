def range_sums(values, operations, rounds):
    n = len(values)
    tree = [0] + list(values)
    for i in range(1, n + 1):
        up = i + (i & -i)
        if up <= n:
            tree[up] += tree[i]
    state = 0
    for _ in range(rounds):
        for kind, a, b in operations:
            i = (a + state) % n
            if kind == 0:
                i += 1
                while i <= n:
                    tree[i] += b
                    i += i & -i
            else:
                j = (b + state) % n
                if i > j:
                    i, j = j, i
                j += 1
                answer = 0
                while j > i:
                    answer += tree[j]
                    j &= j - 1
                while i > j:
                    answer -= tree[i]
                    i &= i - 1
                state = (31 * state + answer) % 1000000007
    return state
