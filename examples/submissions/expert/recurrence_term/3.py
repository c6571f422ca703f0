def recurrence_term(coefficients: list[int], initial: list[int], n: int, modulus: int) -> int:
    # x^n modulo the characteristic polynomial, most significant bit first, so a step is a square and a shift.
    d = len(initial)
    if n < d:
        return initial[n] % modulus
    c = [x % modulus for x in coefficients]
    r = [1] + [0] * (d - 1)
    for bit in bin(n)[2:]:
        t = [0] * (2 * d)
        for i, x in enumerate(r):
            if x:
                for j, y in enumerate(r, i):
                    t[j] += x * y
        if bit == "1":
            t.insert(0, 0)
            t.pop()
        for k in range(2 * d - 1, d - 1, -1):
            x = t[k] % modulus
            if x:
                for i in range(d):
                    t[k - 1 - i] += x * c[i]
        r = [x % modulus for x in t[:d]]
    return sum(x * y for x, y in zip(r, initial)) % modulus
