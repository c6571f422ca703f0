// Bostan-Mori on P(x) / Q(x) with Karatsuba products modulo an arbitrary 60-bit modulus.
// Residues stay below 2^60, sums of products are collected in 128 bits without a reduction in between.
#include <cstdint>
#include <vector>

namespace {

using u64 = std::uint64_t;
using u128 = unsigned __int128;
using Poly = std::vector<u64>;

u64 m;

// Accumulates in 128 bits: up to 128 products below 2^120 fit.
void plain(const u64* a, const u64* b, int n, u128* out) {
    for (int k = 0; k < 2 * n - 1; ++k) {
        const int lo = k < n ? 0 : k - n + 1, hi = k < n ? k : n - 1;
        u128 sum = 0;
        for (int i = lo; i <= hi; ++i) sum += static_cast<u128>(a[i]) * b[k - i];
        out[k] = sum;
    }
    out[2 * n - 1] = 0;
}

// Karatsuba modulo 2^128; operands grow by a bit a level, which 2^60 * 2^3 still allows in 64 bits.
void karatsuba(const u64* a, const u64* b, int n, u128* out, u128* work) {
    if (n <= 20) return plain(a, b, n, out);
    const int h = (n + 1) / 2, r = n - h;
    std::vector<u64> sa(a, a + h), sb(b, b + h);
    for (int i = 0; i < r; ++i) {
        sa[i] += a[h + i];
        sb[i] += b[h + i];
    }
    karatsuba(a, b, h, out, work);
    karatsuba(a + h, b + h, r, out + 2 * h, work);
    u128* mid = work;
    karatsuba(sa.data(), sb.data(), h, mid, work + 2 * h);
    for (int i = 0; i < 2 * h; ++i) mid[i] -= out[i];
    for (int i = 0; i < 2 * r; ++i) mid[i] -= out[2 * h + i];
    for (int i = 0; i < 2 * h; ++i) out[h + i] += mid[i];
}

Poly multiply(Poly a, Poly b) {
    const std::size_t n = std::max(a.size(), b.size()), want = a.size() + b.size() - 1;
    a.resize(n);
    b.resize(n);
    std::vector<u128> out(2 * n + 4), work(8 * n + 64);
    karatsuba(a.data(), b.data(), static_cast<int>(n), out.data(), work.data());
    Poly c(want);
    for (std::size_t i = 0; i < want; ++i) c[i] = static_cast<u64>(out[i] % m);
    return c;
}

u64 residue(std::int64_t v) {
    const std::int64_t r = v % static_cast<std::int64_t>(m);
    return static_cast<u64>(r < 0 ? r + static_cast<std::int64_t>(m) : r);
}

Poly every_second(const Poly& p, std::size_t from) {
    Poly q;
    for (std::size_t i = from; i < p.size(); i += 2) q.push_back(p[i]);
    if (q.empty()) q.push_back(0);
    return q;
}

}  // namespace

std::int64_t recurrence_term(const std::vector<std::int64_t>& coefficients, const std::vector<std::int64_t>& initial,
                             std::int64_t n, std::int64_t modulus) {
    m = static_cast<u64>(modulus);
    const std::size_t d = initial.size();
    if (n < static_cast<std::int64_t>(d)) return static_cast<std::int64_t>(residue(initial[n]));
    Poly q{1 % m}, a;
    for (const auto c : coefficients) q.push_back((m - residue(c)) % m);
    for (const auto v : initial) a.push_back(residue(v));
    Poly p = multiply(a, q);
    p.resize(d);
    for (; n > 0; n >>= 1) {
        Poly minus(q);
        for (std::size_t i = 1; i < minus.size(); i += 2) minus[i] = (m - minus[i]) % m;
        p = every_second(multiply(p, minus), n & 1);
        q = every_second(multiply(q, minus), 0);
    }
    // Q(0) stays 1.
    return static_cast<std::int64_t>(p[0] % m);
}
