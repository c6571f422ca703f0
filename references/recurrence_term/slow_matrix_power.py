# Powers of the companion matrix.
def recurrence_term(coefficients, initial, n, modulus):
    d = len(initial)
    if n < d:
        return initial[n] % modulus

    def times(a, b):
        columns = list(zip(*b))
        return [[sum(x * y for x, y in zip(row, column)) % modulus for column in columns] for row in a]

    matrix = [[c % modulus for c in coefficients]]
    for i in range(d - 1):
        matrix.append([int(i == j) % modulus for j in range(d)])
    vector = [a % modulus for a in reversed(initial)]
    steps = n - d + 1
    while steps:
        if steps & 1:
            vector = [sum(x * y for x, y in zip(row, vector)) % modulus for row in matrix]
        steps >>= 1
        if steps:
            matrix = times(matrix, matrix)
    return vector[0] % modulus
