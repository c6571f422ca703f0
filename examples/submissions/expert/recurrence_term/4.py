def recurrence_term(coefficients, initial, n, modulus):
    # Bostan-Mori with schoolbook products.
    d = len(initial)
    if n < d:
        return initial[n] % modulus
    q = [1] + [-c % modulus for c in coefficients]

    def times(a, b, limit):
        out = [0] * (len(a) + len(b) - 1)
        for i, x in enumerate(a):
            if x:
                for j, y in enumerate(b):
                    out[i + j] += x * y
        return [v % modulus for v in out[:limit]]

    p = times(initial, q, d)
    while n:
        minus = [c if i % 2 == 0 else -c for i, c in enumerate(q)]
        p = times(p, minus, 2 * d)[n % 2::2] or [0]
        q = times(q, minus, 2 * d + 1)[::2]
        n //= 2
    return p[0] * pow(q[0], -1, modulus) % modulus if modulus > 1 else 0
