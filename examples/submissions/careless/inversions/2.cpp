#pragma GCC optimize("O3,unroll-loops")
#pragma GCC target("avx2,popcnt")
#include <bits/stdc++.h>
#define int long long
#define pb push_back
#define all(x) (x).begin(), (x).end()
using namespace std;

const int N = 3e5 + 5;
int t[4 * N];

void upd(int v, int l, int r, int p) {
    t[v]++;
    if (l == r) return;
    int m = (l + r) / 2;
    if (p <= m) upd(2 * v, l, m, p);
    else upd(2 * v + 1, m + 1, r, p);
}
int get(int v, int l, int r, int a, int b) {
    if (a > b || b < l || r < a) return 0;
    if (a <= l && r <= b) return t[v];
    int m = (l + r) / 2;
    return get(2 * v, l, m, a, b) + get(2 * v + 1, m + 1, r, a, b);
}

int count_inversions(const vector<int>& values) {
    memset(t, 0, sizeof t);
    vector<int> s(all(values));
    sort(all(s));
    s.erase(unique(all(s)), s.end());
    int ans = 0;
    for (int x : values) {
        int p = lower_bound(all(s), x) - s.begin();
        ans += get(1, 0, N - 1, p + 1, N - 1);
        upd(1, 0, N - 1, p);
    }
    return ans;
}

signed main() {
    ios::sync_with_stdio(0); cin.tie(0);
    int n; cin >> n;
    vector<int> a(n);
    for (auto& x : a) cin >> x;
    cout << count_inversions(a) << '\n';
}
