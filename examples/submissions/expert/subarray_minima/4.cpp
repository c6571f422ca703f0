// Textbook: previous-smaller and next-smaller-or-equal with std::stack for each strip of rows.
#include <algorithm>
#include <stack>
#include <vector>

long long sum_of_minima(const std::vector<std::vector<int>>& table) {
    const long long mod = 1000000007;
    const int r = table.size(), c = table[0].size();
    long long total = 0;
    for (int top = 0; top < r; ++top) {
        std::vector<long long> v(c, 2000000000LL);
        for (int bottom = top; bottom < r; ++bottom) {
            for (int j = 0; j < c; ++j) v[j] = std::min<long long>(v[j], table[bottom][j]);
            std::vector<int> left(c), right(c);
            std::stack<int> s;
            for (int j = 0; j < c; ++j) {
                while (!s.empty() && v[s.top()] > v[j]) s.pop();
                left[j] = s.empty() ? j + 1 : j - s.top();
                s.push(j);
            }
            s = {};
            for (int j = c - 1; j >= 0; --j) {
                while (!s.empty() && v[s.top()] >= v[j]) s.pop();
                right[j] = s.empty() ? c - j : s.top() - j;
                s.push(j);
            }
            for (int j = 0; j < c; ++j) total = (total + v[j] * left[j] % mod * right[j]) % mod;
        }
    }
    return (total + mod) % mod;
}
