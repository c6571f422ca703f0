#include <bits/stdc++.h>
using namespace std;
#define int long long
const int MOD = 1e9 + 7;
int sum_of_minima(vector<vector<int>> t) {
    int n = t.size(), m = t[0].size(), ans = 0;
    for (int a = 0; a < n; a++) {
        vector<int> v(m, 1e18);
        for (int b = a; b < n; b++) {
            stack<int> s;
            vector<int> d(m);
            for (int i = 0; i < m; i++) {
                v[i] = min(v[i], t[b][i]);
                while (s.size() && v[s.top()] >= v[i]) s.pop();
                d[i] = s.size() ? d[s.top()] + v[i] * (i - s.top()) : v[i] * (i + 1);
                s.push(i);
                ans += d[i];
            }
            ans %= MOD;
        }
    }
    return (ans % MOD + MOD) % MOD;
}

signed main() {
    int n, m;
    cin >> n >> m;
    vector<vector<int>> t(n, vector<int>(m));
    for (auto& r : t) for (auto& x : r) cin >> x;
    cout << sum_of_minima(t);
}
