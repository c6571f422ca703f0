// Kitamasa: x^n modulo the characteristic polynomial by squaring, O(d^2 log n), products in 128 bits.
#include <cstdint>
#include <vector>

using u128 = unsigned __int128;
using u64 = std::uint64_t;

long long recurrence_term(const std::vector<long long>& coefficients, const std::vector<long long>& initial, long long n,
                          long long modulus) {
    const u64 m = static_cast<u64>(modulus);
    const auto reduce = [&](long long v) { return static_cast<u64>((v % modulus + modulus) % modulus); };
    const std::size_t d = initial.size();
    if (n < static_cast<long long>(d)) return static_cast<long long>(reduce(initial[n]));
    std::vector<u64> c(d);
    for (std::size_t i = 0; i < d; ++i) c[i] = reduce(coefficients[i]);

    std::vector<u64> r(d), t(2 * d + 1);
    r[0] = 1 % m;
    for (int bit = 62; bit >= 0; --bit) {
        // t = r * r
        for (std::size_t k = 0; k < 2 * d - 1; ++k) {
            u128 sum = 0;
            int count = 0;
            for (std::size_t i = k < d ? 0 : k - d + 1; i <= k && i < d; ++i) {
                sum += static_cast<u128>(r[i]) * r[k - i];
                if (++count == 128) {
                    sum %= m;
                    count = 0;
                }
            }
            t[k] = static_cast<u64>(sum % m);
        }
        std::size_t size = 2 * d - 1;
        if (n >> bit & 1) {
            for (std::size_t i = size; i > 0; --i) t[i] = t[i - 1];
            t[0] = 0;
            ++size;
        }
        for (std::size_t k = size - 1; k >= d; --k) {
            if (t[k] == 0) continue;
            for (std::size_t i = 0; i < d; ++i)
                t[k - 1 - i] = static_cast<u64>((static_cast<u128>(t[k]) * c[i] + t[k - 1 - i]) % m);
        }
        for (std::size_t i = 0; i < d; ++i) r[i] = i < size ? t[i] : 0;
    }
    u64 answer = 0;
    for (std::size_t i = 0; i < d; ++i)
        answer = static_cast<u64>((static_cast<u128>(r[i]) * reduce(initial[i]) + answer) % m);
    return static_cast<long long>(answer);
}
