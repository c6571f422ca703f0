# Takes the coefficients in the order of the terms: coefficients[0] for the oldest.
def recurrence_term(coefficients, initial, n, modulus):
    d = len(initial)

    def reduced(poly):
        for i in range(len(poly) - 1, d - 1, -1):
            for j in range(d):
                poly[i - d + j] += poly[i] % modulus * coefficients[j]
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
