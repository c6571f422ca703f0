# Recursion, sorting with a key, regular expressions.
import re


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


numbers = [i * 48_271 % 65_537 for i in range(400_000)]
by_digits = sorted(numbers, key=lambda n: (n % 10, -n))
text = " ".join(f"{n:x}-{n}" for n in numbers[:160_000])
found = re.findall(r"\b([a-f]+\d*)-(\d+)\b", text)
if fibonacci(26) != 121_393 or by_digits[0] % 10 or not all(int(a, 16) == int(b) for a, b in found):
    raise SystemExit(1)
