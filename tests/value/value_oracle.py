"""A second implementation of docs/value-format.md, to compare the harness with.

usage: value_oracle.py check < LINES      each "HEX TAB LITERAL": does the Python literal have these bytes?
       value_oracle.py make SEED COUNT    prints COUNT lines "HEX" of random values
       value_oracle.py equal < LINES      each "LITERAL TAB LITERAL": prints 1 if Python finds both of one type and
                                          equal, else 0

`check` prints one line a disagreement and exits 1 if there is one.
"""
import math
import random
import struct
import sys


def encode(value):
    if value is None:
        return b"\x00"
    if value is False:
        return b"\x01"
    if value is True:
        return b"\x02"
    if isinstance(value, int):
        if -2**63 <= value < 2**63:
            return struct.pack("<Bq", 3, value)
        size = 1
        while not -2**(8 * size - 1) <= value < 2**(8 * size - 1):
            size += 1
        return struct.pack("<BI", 4, size) + value.to_bytes(size, "little", signed=True)
    if isinstance(value, float):
        if math.isnan(value):
            return struct.pack("<BQ", 5, 0x7ff8000000000000)
        return struct.pack("<Bd", 5, value)
    if isinstance(value, str):
        data = value.encode("utf-8", "surrogatepass")
        return struct.pack("<BI", 6, len(data)) + data
    if isinstance(value, bytes):
        return struct.pack("<BI", 7, len(value)) + value
    if isinstance(value, (list, tuple)):
        head = struct.pack("<BI", 8 if isinstance(value, list) else 9, len(value))
        return head + b"".join(map(encode, value))
    if isinstance(value, (set, frozenset)):
        return struct.pack("<BI", 10, len(value)) + b"".join(sorted(map(encode, value)))
    if isinstance(value, dict):
        head = struct.pack("<BI", 11, len(value))
        return head + b"".join(encode(key) + encode(held) for key, held in value.items())
    raise TypeError(type(value))


def check(lines):
    wrong = 0
    for line in lines:
        found, literal = line.rstrip("\n").split("\t", 1)
        wanted = encode(eval(literal, {"nan": math.nan, "inf": math.inf})).hex()
        if found != wanted:
            wrong = 1
            print(f"{literal}: the harness has {found}, Python {wanted}")
    return wrong


def equal(lines):
    for line in lines:
        # Evaluated apart: no two NaN are one object.
        one, other = (eval(literal, {"inf": math.inf}, {"nan": float("nan")})
                      for literal in line.rstrip("\n").split("\t"))
        print(int(type(one) is type(other) and one == other))


def random_scalar(rng, hashable=False):
    kind = rng.randrange(3 if hashable else 7)
    if kind == 0:
        bits = rng.choice([2, 8, 63, 64, 65, 72, 100, 400])
        return rng.randrange(-2**bits, 2**bits)
    if kind == 1:
        letters = [chr(rng.choice([rng.randrange(128), rng.randrange(0x800), rng.randrange(0x110000)]))
                   for _ in range(rng.randrange(6))]
        return "".join(letters)
    if kind == 2:
        return rng.randbytes(rng.randrange(6))
    if kind == 3:
        return rng.choice([None, False, True])
    if kind == 4:
        return rng.choice([0.0, -0.0, math.nan, -math.nan, math.inf, -math.inf, 5e-324])
    return struct.unpack("<d", rng.randbytes(8))[0]


def random_value(rng, levels):
    kind = rng.randrange(8)
    if levels == 0 or kind < 3:
        return random_scalar(rng)
    items = [random_value(rng, levels - 1) for _ in range(rng.randrange(5))]
    keys = [random_scalar(rng, hashable=True) for _ in items]
    if kind == 3:
        return tuple(items)
    if kind == 4:
        return set(keys)
    if kind == 5:
        return dict(zip(keys, items))
    return items


def main():
    if sys.argv[1:] == ["check"]:
        return check(sys.stdin)
    if sys.argv[1:] == ["equal"]:
        equal(sys.stdin)
        return 0
    if len(sys.argv) == 4 and sys.argv[1] == "make":
        rng = random.Random(int(sys.argv[2]))
        for _ in range(int(sys.argv[3])):
            print(encode(random_value(rng, 4)).hex())
        return 0
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
