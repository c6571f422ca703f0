def recurrence_term(coefficients, initial, n, modulus):
    """Bostan-Mori with Kronecker substitution; a slot holds two residues' product."""
    d = len(initial)
    if n < d:
        return initial[n] % modulus
    width = (2 * modulus.bit_length() + 7) // 8

    def times(a, b):
        x = int.from_bytes(b"".join(c.to_bytes(width, "little") for c in a), "little")
        y = int.from_bytes(b"".join(c.to_bytes(width, "little") for c in b), "little")
        count = len(a) + len(b) - 1
        raw = (x * y).to_bytes((count + 2) * width, "little")
        return [int.from_bytes(raw[k * width:(k + 1) * width], "little") % modulus for k in range(count)]

    q = [1 % modulus] + [-c % modulus for c in coefficients]
    p = times([v % modulus for v in initial], q)[:d]
    while n:
        minus = [c if k % 2 == 0 else -c % modulus for k, c in enumerate(q)]
        p = times(p, minus)[n % 2::2] or [0]
        q = times(q, minus)[::2]
        n //= 2
    return p[0]
