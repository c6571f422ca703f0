// Bostan-Mori; products are summed in 128 bits and reduced at the end of each coefficient.
#include <cstdint>
#include <vector>

std::int64_t recurrence_term(const std::vector<std::int64_t>& coefficients, const std::vector<std::int64_t>& initial,
                             std::int64_t n, std::int64_t modulus) {
    using Poly = std::vector<std::uint64_t>;
    const auto m = static_cast<std::uint64_t>(modulus);
    const auto reduce = [&](std::int64_t v) { return static_cast<std::uint64_t>(v) % m; };
    const auto half_product = [&](const Poly& a, const Poly& b, std::size_t parity) {
        Poly c;
        for (std::size_t k = parity; k < a.size() + b.size() - 1; k += 2) {
            unsigned __int128 sum = 0;
            for (std::size_t i = k < b.size() ? 0 : k - b.size() + 1; i <= k && i < a.size(); ++i)
                sum += static_cast<unsigned __int128>(a[i]) * b[k - i];
            c.push_back(static_cast<std::uint64_t>(sum % m));
        }
        if (c.empty()) c.push_back(0);
        return c;
    };
    const std::size_t d = initial.size();
    Poly q{1}, p(d);
    for (auto c : coefficients) q.push_back(m - reduce(c));
    for (std::size_t i = 0; i < d; ++i) {
        unsigned __int128 sum = 0;
        for (std::size_t j = 0; j <= i; ++j) sum += static_cast<unsigned __int128>(reduce(initial[j])) * q[i - j];
        p[i] = static_cast<std::uint64_t>(sum % m);
    }
    for (; n > 0; n >>= 1) {
        Poly minus(q);
        for (std::size_t i = 1; i < minus.size(); i += 2) minus[i] = m - minus[i];
        p = half_product(p, minus, n & 1);
        q = half_product(q, minus, 0);
    }
    return static_cast<std::int64_t>(p[0]);
}
