#include <vector>
#include <stack>
#include <algorithm>
using namespace std;
int sum_of_minima(const vector<vector<int>>& t) {
    const long long M = 1000000007;
    long long ans = 0;
    int c = t[0].size();
    for (size_t a = 0; a < t.size(); a++) {
        vector<int> v = t[a];
        for (size_t b = a; b < t.size(); b++) {
            for (int i = 0; i < c; i++) v.at(i) = min(v.at(i), t[b][i]);
            vector<long long> dp(c);
            vector<int> s;
            for (int i = 0; i < c; i++) {
                while (v.at(s.back()) >= v.at(i)) s.pop_back();   // s may be empty
                dp[i] = dp.at(s.back()) + (long long)v[i] * (i - s.back());
                s.push_back(i);
                ans += dp[i];
            }
        }
    }
    return (ans % M + M) % M;
}
