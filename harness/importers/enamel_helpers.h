// harness/importers/enamel_helpers.h -- the helper functions that ENAMEL's input generators call by name,
// written anew from what they mean; so the random inputs differ from ENAMEL's own, and scores, which are
// relative to the reference on the same inputs, do not suffer.
//
// Each is Python text for the top of a generator; a generator gets those it names, and those that they name.
#pragma once

#include <array>
#include <string_view>

namespace effk::importers {

struct EnamelHelper {
  std::string_view name;
  std::string_view source;
};

// In the order in which they have to stand.
inline constexpr std::array<EnamelHelper, 4> kEnamelHelpers = {{
    {"miller_rabin", R"python(
# Whether n is a prime, with probability 1 - 4**-k for a composite one (Rabin 1980).
def miller_rabin(n, k=5):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    odd, twos = n - 1, 0
    while odd % 2 == 0:
        odd //= 2
        twos += 1
    for _ in range(k):
        x = pow(random.randrange(2, n - 1), odd, n)
        if x in (1, n - 1):
            continue
        for _ in range(twos - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True
)python"},
    {"rand_probably_prime", R"python(
# A random probable prime in [lb, ub]; with one argument between half of it and it. Where the range has none, the
# first one above it.
def rand_probably_prime(lb, ub=None):
    if ub is None:
        lb, ub = lb // 2, lb
    lb = max(lb, 2)
    ub = max(ub, lb)
    for _ in range(20 * ub.bit_length() + 100):
        n = random.randint(lb, ub)
        if miller_rabin(n):
            return n
    n = random.randint(lb, ub)
    for n in (*range(n, min(ub, n + 10000) + 1), *range(lb, min(ub, lb + 10000) + 1)):
        if miller_rabin(n):
            return n
    n = ub + 1
    while not miller_rabin(n):
        n += 1
    return n
)python"},
    {"rand_primality", R"python(
# A number whose primality is hard to decide: at level 0 small ones that fool weak tests, then by turns a prime of
# about `size`, the square of one of about its root, and the product of two such.
def rand_primality(size, lid, cid):
    if lid == 0 and 0 <= cid < 4:
        return (59 * 509, 561, 2, 125)[cid]
    if cid % 3 == 0:
        return rand_probably_prime(size)
    root = max(math.isqrt(size), 4)
    p = rand_probably_prime(root)
    return p * (p if cid % 3 == 1 else rand_probably_prime(root))
)python"},
    {"rand_parens", R"python(
# A random bracket string of about `size` characters: balanced groups joined by `sep` (a list of them, if that is
# None); with valid=False an unbalanced one.
def rand_parens(size, valid=True, par='()', sep=''):
    opening, closing = par
    groups = []
    left = max(size // 2, 1)
    while left > 0:
        pairs = min(left, random.randint(1, max(1, left // random.randint(1, 4))))
        left -= pairs
        # Within a group the depth stays above 0 until its last character.
        group, depth, to_open = [opening], 1, pairs - 1
        while to_open > 0 or depth > 1:
            if to_open > 0 and (depth == 1 or random.random() * (depth + to_open) < to_open):
                group.append(opening)
                depth += 1
                to_open -= 1
            else:
                group.append(closing)
                depth -= 1
        group.append(closing)
        groups.append(group)
    if not valid:
        # One bracket turned round: as many of one kind as of the other are no longer there.
        group = random.choice(groups)
        i = random.randrange(len(group))
        group[i] = closing if group[i] == opening else opening
    groups = [''.join(group) for group in groups]
    return groups if sep is None else sep.join(groups)
)python"},
}};

}  // namespace effk::importers
