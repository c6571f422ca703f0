#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

// Bostan-Mori with even and odd parts kept apart: four products of half the degree a step. Signed residues, at
// most m / 2 in magnitude, let 512 products be summed in a signed __int128.
namespace {

using i64 = std::int64_t;
using i128 = __int128;

struct Ring {
    i64 m;
    i64 centre(i128 v) const {
        const i64 r = static_cast<i64>(v % m);
        if (r > m / 2) return r - m;
        if (r < -(m / 2)) return r + m;
        return r;
    }
};

void product(const i64* a, const i64* b, std::size_t n, i128* out) {
    if (n <= 24) {
        std::fill(out, out + 2 * n, i128{0});
        for (std::size_t i = 0; i < n; ++i)
            for (std::size_t j = 0; j < n; ++j) out[i + j] += static_cast<i128>(a[i]) * b[j];
        return;
    }
    const std::size_t h = n / 2;  // n is even here
    std::vector<i64> s(2 * h);
    std::vector<i128> mid(2 * h);
    for (std::size_t i = 0; i < h; ++i) {
        s[i] = a[i] + a[h + i];
        s[h + i] = b[i] + b[h + i];
    }
    product(a, b, h, out);
    product(a + h, b + h, h, out + 2 * h);
    product(s.data(), s.data() + h, h, mid.data());
    for (std::size_t i = 0; i < h; ++i) {
        const i128 shared = out[h + i] - out[2 * h + i];
        out[h + i] = shared + mid[i] - out[i];
        out[2 * h + i] = mid[h + i] - shared - out[3 * h + i];
    }
}

}  // namespace

i64 recurrence_term(const std::vector<i64>& coefficients, const std::vector<i64>& initial, i64 n, i64 modulus) {
    const Ring ring{modulus};
    const std::size_t d = initial.size();
    const auto positive = [&](i64 v) { return v < 0 ? v + modulus : v; };
    if (n < static_cast<i64>(d)) return positive(initial[n] % modulus);

    // Length of each half: 1 + d coefficients of Q, rounded up to something that halves well.
    std::size_t half = d / 2 + 1, unit = 1;
    while (half / unit > 24) unit *= 2;
    half = (half + unit - 1) / unit * unit;

    std::vector<i64> e(half), o(half), f(half), g(half), q(d + 1);
    q[0] = ring.centre(1);
    for (std::size_t i = 0; i < d; ++i) q[i + 1] = ring.centre(-static_cast<i128>(coefficients[i]));
    for (std::size_t i = 0; i <= d; ++i) (i % 2 ? o : e)[i / 2] = q[i];
    for (std::size_t i = 0; i < d; ++i) {
        i128 sum = 0;
        for (std::size_t j = 0; j <= i; ++j) sum += static_cast<i128>(ring.centre(initial[j])) * q[i - j];
        (i % 2 ? g : f)[i / 2] = ring.centre(sum);
    }
    std::vector<i128> first(2 * half), second(2 * half);
    for (; n > 0; n /= 2) {
        const bool odd = n % 2 != 0;
        product((odd ? g : f).data(), e.data(), half, first.data());
        product((odd ? f : g).data(), o.data(), half, second.data());
        for (std::size_t i = 0; i < 2 * half; ++i) {
            const i128 other = odd ? second[i] : i > 0 ? second[i - 1] : 0;
            (i % 2 ? g : f)[i / 2] = ring.centre(first[i] - other);
        }
        product(e.data(), e.data(), half, first.data());
        product(o.data(), o.data(), half, second.data());
        for (std::size_t i = 0; i < 2 * half; ++i)
            (i % 2 ? o : e)[i / 2] = ring.centre(first[i] - (i > 0 ? second[i - 1] : 0));
    }
    return positive(f[0]);
}
