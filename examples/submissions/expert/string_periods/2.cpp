#include <cstdint>
#include <cstring>
#include <string>
#include <tuple>
#include <vector>

// Z-function up to the longest period asked for; matches are extended eight letters at a time.
long long count_periodic_prefixes(const std::string& text, const std::vector<std::tuple<int, int>>& queries, bool whole) {
    const long n = static_cast<long>(text.size());
    long longest = 0;
    for (const auto& [length, period] : queries) longest = std::max<long>(longest, std::min<long>(period, n - 1));
    const char* const s = text.data();
    const auto extend = [&](long a, long b) {  // first b' >= b with s[a + (b' - b)] != s[b']
        while (b + 8 <= n) {
            std::uint64_t x, y;
            std::memcpy(&x, s + a, 8);
            std::memcpy(&y, s + b, 8);
            if (x != y) return b + (__builtin_ctzll(x ^ y) >> 3);
            a += 8;
            b += 8;
        }
        while (b < n && s[a] == s[b]) ++a, ++b;
        return b;
    };
    std::vector<std::int32_t> z(longest + 2);
    long left = 0, right = 0;
    for (long i = 1; i <= longest; ++i) {
        long end = i;
        if (i < right) {
            const std::int32_t known = z[i - left];
            if (known < right - i) {
                z[i] = known;
                continue;
            }
            end = right;
        }
        if (s[end - i] == s[end]) end = extend(end - i, end);
        z[i] = static_cast<std::int32_t>(end - i);
        if (end > right) {
            left = i;
            right = end;
        }
    }
    long long count = 0;
    for (const auto& [length, period] : queries) {
        if (length != period && z[period] < length - period) continue;
        if (whole && length % period != 0) continue;
        ++count;
    }
    return count;
}
