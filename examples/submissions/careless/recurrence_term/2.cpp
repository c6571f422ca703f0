#include <vector>
// straight from the definition
long long recurrence_term(const std::vector<long long>& c, const std::vector<long long>& initial, long long n, long long m) {
    std::vector<long long> a(initial);
    long long d = a.size();
    for (auto& x : a) x = (x % m + m) % m;
    if (n < d) return a[n];
    for (long long i = d; i <= n; i++) {
        long long next = 0;
        for (long long j = 0; j < d; j++)
            next = (long long)((next + (__int128)(c[j] % m + m) * a[(i - 1 - j) % d]) % m);
        a[i % d] = next;
    }
    return a[n % d];
}
