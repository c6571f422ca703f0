def recurrence_term(coefficients, initial, n, modulus):
    if n < len(initial)
        return initial[n] % modulus
    result = 0
    for i in range(len(coefficients)):
        result += coefficients[i] * recurrence_term(coefficients, initial, n - i - 1, modulus)
    return result % modulus
