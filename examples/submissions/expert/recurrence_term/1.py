def recurrence_term(coefficients, initial, n, modulus):
    """Bostan-Mori; polynomials are packed into integers (Kronecker substitution)."""
    d = len(initial)
    if n < d:
        return initial[n] % modulus
    width = (2 * modulus.bit_length() + (d + 2).bit_length() + 8) // 8   # bytes a coefficient

    def pack(p):
        return int.from_bytes(b"".join([c.to_bytes(width, "little") for c in p]), "little")

    def times(a, b):
        count = len(a) + len(b) - 1
        raw = (pack(a) * pack(b)).to_bytes(count * width + 8, "little")
        get = int.from_bytes
        return [get(raw[i:i + width], "little") % modulus for i in range(0, count * width, width)]

    q = [1 % modulus] + [-c % modulus for c in coefficients]
    p = times([a % modulus for a in initial], q)[:d]
    while n:
        minus = q[:]
        minus[1::2] = [-c % modulus for c in minus[1::2]]
        p = times(p, minus)[n & 1::2] or [0]
        q = times(q, minus)[::2]
        n >>= 1
    return p[0] % modulus
