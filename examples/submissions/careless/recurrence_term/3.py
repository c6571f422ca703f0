def recurrence_term(coefficients, initial, n, modulus):
    d = len(initial)
    if n < d:
        return initial[n] % modulus
    def mul(A, B):
        C = []
        for i in range(d):
            row = []
            for j in range(d):
                s = 0
                for k in range(d):
                    s = s + A[i][k] * B[k][j]
                row.append(s % modulus)
            C.append(row)
        return C
    I = [[0] * d for _ in range(d)]
    M = [[0] * d for _ in range(d)]
    for i in range(d):
        I[i][i] = 1
        M[0][i] = coefficients[i]
        if i > 0:
            M[i][i - 1] = 1
    e = n - d + 1
    while e > 0:
        if e % 2 == 1:
            I = mul(I, M)
        M = mul(M, M)
        e = e // 2
    print(I[0])
    s = 0
    for i in range(d):
        s += I[0][i] * initial[d - 1 - i]
    return s % modulus
