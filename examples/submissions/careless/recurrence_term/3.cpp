#include <vector>
long long term(const std::vector<long long>& c, const std::vector<long long>& a, long long n, long long m) {
    if (n < (long long)a.size()) return a[n] % m;
    long long s = 0;
    for (size_t j = 0; j < c.size(); j++) s = (s + (__int128)c[j] * term(c, a, n - 1 - j, m)) % m;
    return s;
}
long long recurrence_term(const std::vector<long long>& c, const std::vector<long long>& a, long long n, long long m) {
    std::vector<long long> memo(n + 1, -1);   // n may be 10^18
    for (size_t i = 0; i < a.size() && i < memo.size(); i++) memo[i] = a[i];
    return (term(c, a, n, m) + m) % m;
}
