def recurrence_term(coefficients, initial, n, modulus):
    d = len(initial)
    if n < d:
        return initial[n] % modulus
    m = modulus
    slot = 8 * ((2 * m.bit_length() + d.bit_length() + 9) // 8 + 1)
    size = slot // 8

    # Even and odd halves of numerator and denominator, so that four half-size products do a step.
    def pack(p):
        return int.from_bytes(b"".join(map(int.to_bytes, p, [size] * len(p), ["little"] * len(p))), "little")

    def unpack(x, count):
        raw = x.to_bytes(size * (count + 1), "little")
        return [int.from_bytes(raw[i:i + size], "little") % m for i in range(0, size * count, size)]

    q = [1 % m] + [-c % m for c in coefficients]
    a = [v % m for v in initial]
    p = unpack(pack(a) * pack(q), 2 * d)[:d]
    length = d + 1
    lift = pack([(d + 2) * m * m] * (length + 1))
    while n:
        e, o = pack(q[::2]), pack(q[1::2])
        f, g = pack(p[::2]), pack(p[1::2])
        if n & 1:
            p = unpack(g * e + lift - f * o, d + 1)
        else:
            p = unpack(f * e + lift - (g * o << slot), d + 1)
        p = p[:d]
        n >>= 1
        if n:
            q = unpack(e * e + lift - (o * o << slot), length)
    return p[0]
