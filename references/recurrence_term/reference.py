# The terms are the coefficients of P(x) / Q(x), Q(x) = 1 - c0 x - c1 x^2 - ... Multiplying both by Q(-x) makes
# the denominator even, so half of the numerator can be dropped and n halved (Bostan and Mori). With
#   Q = E(x^2) + x O(x^2),  P = F(x^2) + x G(x^2)
# a step needs E^2 - y O^2 and one of F E - y G O, G E - F O: four products of half the degree.
#
# A polynomial is one integer with its coefficients in slots of whole 64-bit words, so that the products are
# the interpreter's own, and packing and unpacking run in array and map.
from array import array
from itertools import repeat
from operator import lshift, mod, or_


def recurrence_term(coefficients, initial, n, modulus):
    degree = len(initial)
    if n < degree:
        return initial[n] % modulus
    from_bytes = int.from_bytes
    # A slot holds up to `degree` products with a multiple of the modulus above them, which keeps it positive.
    above = (degree + 2) * modulus * modulus
    words = -(-(2 * above).bit_length() // 64)
    slot = 64 * words

    def pack(residues):
        spread = array('Q', bytes(8 * words * len(residues)))
        spread[::words] = array('Q', residues)
        return from_bytes(spread, 'little')

    def unpack(packed, count):
        flat = array('Q', (packed & ((1 << slot * count) - 1)).to_bytes(8 * words * count, 'little'))
        numbers = flat[::words]
        for word in range(1, words):
            numbers = map(or_, numbers, map(lshift, flat[word::words], repeat(64 * word)))
        return array('Q', map(mod, numbers, repeat(modulus)))

    q = array('Q', [1 % modulus])
    q.extend([-c % modulus for c in coefficients])
    p = unpack(pack(array('Q', [a % modulus for a in initial])) * pack(q[:degree]), degree)
    count = degree + 1  # coefficients of q; p has one less
    all_above = from_bytes(above.to_bytes(8 * words, 'little') * count, 'little')
    while n:
        if n < count - 1:  # nothing above x^n matters
            count = n + 1
            del p[count:], q[count:]
            all_above &= (1 << slot * count) - 1
        e = pack(q[::2])
        o = pack(q[1::2])
        f = pack(p[::2])
        g = pack(p[1::2])
        if n & 1:
            p = unpack(all_above + g * e - f * o, count - 1)
        else:
            p = unpack(all_above + f * e - (g * o << slot), count - 1)
        n >>= 1
        if n:
            q = unpack(all_above + e * e - (o * o << slot), count)
    return p[0]
