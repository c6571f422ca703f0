def recurrence_term(coefficients, initial, n, modulus):
    a = list(initial)
    while len(a) <= n and len(a) < 3000:
        a.append(sum(c * x for c, x in zip(coefficients, a[-len(coefficients):])) % modulus)
    return a[-1]
