# x^n modulo the characteristic polynomial by repeated squaring, coefficient by coefficient.
def recurrence_term(coefficients, initial, n, modulus):
    d = len(initial)

    def reduced(poly):
        for i in range(len(poly) - 1, d - 1, -1):
            top = poly[i] % modulus
            if top:
                for j in range(d):
                    poly[i - 1 - j] += top * coefficients[j]
        return [c % modulus for c in poly[:d]]

    power = [1]
    for bit in bin(n)[2:]:
        squared = [0] * (2 * len(power) - 1)
        for i, a in enumerate(power):
            for j, b in enumerate(power):
                squared[i + j] += a * b
        if bit == "1":
            squared.insert(0, 0)
        power = reduced(squared)
    return sum(a * b for a, b in zip(power, initial)) % modulus
