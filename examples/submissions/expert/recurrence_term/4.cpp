// Companion matrix for small orders would do; this is Fiduccia with Montgomery-free mulmod.
#include <cstdint>
#include <vector>

namespace {

std::uint64_t mulmod(std::uint64_t a, std::uint64_t b, std::uint64_t m) {
    return static_cast<std::uint64_t>(static_cast<unsigned __int128>(a) * b % m);
}

}  // namespace

std::int64_t recurrence_term(const std::vector<std::int64_t>& coefficients, const std::vector<std::int64_t>& initial,
                             std::int64_t n, std::int64_t modulus) {
    const std::size_t d = initial.size();
    const auto m = static_cast<std::uint64_t>(modulus);
    const auto reduce = [&](std::int64_t v) { return static_cast<std::uint64_t>((v % modulus + modulus) % modulus); };
    if (n < static_cast<std::int64_t>(d)) return static_cast<std::int64_t>(reduce(initial[n]));
    std::vector<std::uint64_t> c;
    for (auto v : coefficients) c.push_back(reduce(v));
    const auto times = [&](const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
        std::vector<std::uint64_t> t(2 * d);
        for (std::size_t i = 0; i < d; ++i)
            for (std::size_t j = 0; j < d; ++j) t[i + j] = (t[i + j] + mulmod(a[i], b[j], m)) % m;
        for (std::size_t k = 2 * d - 1; k >= d; --k)
            for (std::size_t i = 0; i < d; ++i) t[k - 1 - i] = (t[k - 1 - i] + mulmod(t[k], c[i], m)) % m;
        t.resize(d);
        return t;
    };
    std::vector<std::uint64_t> result(d), x(d);
    result[0] = 1 % m;
    if (d == 1)
        x[0] = c[0];
    else
        x[1] = 1 % m;
    for (; n > 0; n >>= 1) {
        if (n & 1) result = times(result, x);
        x = times(x, x);
    }
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < d; ++i) sum = (sum + mulmod(result[i], reduce(initial[i]), m)) % m;
    return static_cast<std::int64_t>(sum);
}
