# A binary indexed tree. A sum over i..j walks from both ends only down to where the two walks meet.
def range_sums(values, operations, rounds):
    n = len(values)
    # tree[i + 1] is the sum of the values from (i & (i + 1)) to i: a walk down needs no subtraction.
    tree = [0, *values]
    for i in range(1, n):
        above = i + (i & -i)
        if above <= n:
            tree[above] += tree[i]

    state = 0
    for _ in range(rounds):
        for kind, a, b in operations:
            i = (a + state) % n
            if kind:
                j = (b + state) % n
                if i > j:
                    i, j = j + 1, i
                    i -= 1
                j += 1
                answer = tree[j]
                j &= j - 1
                while j > i:
                    answer += tree[j]
                    j &= j - 1
                while i > j:
                    answer -= tree[i]
                    i &= i - 1
                state = (31 * state + answer) % 1000000007
            else:
                i += 1
                while i <= n:
                    tree[i] += b
                    i += i & -i
    return state
