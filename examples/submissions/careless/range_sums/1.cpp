#pragma GCC optimize("Ofast,unroll-loops")
#include <bits/stdc++.h>
#define int long long
using namespace std;
const int M = 1e9 + 7;
int f[100005], n;
void add(int i, int x) { for (; i < n; i |= i + 1) f[i] += x; }
int get(int i) { int s = 0; for (; i >= 0; i = (i & (i + 1)) - 1) s += f[i]; return s; }
int range_sums(vector<int> values, vector<tuple<int,int,int>> operations, int rounds) {
    n = values.size();
    memset(f, 0, sizeof f);
    for (int i = 0; i < n; i++) add(i, values[i]);
    int st = 0;
    while (rounds--)
        for (auto& [k, a, b] : operations) {
            int i = (a + st) % n;
            if (!k) add(i, b);
            else {
                int j = (b + st) % n;
                if (i > j) swap(i, j);
                st = ((31 * st + get(j) - get(i - 1)) % M + M) % M;
            }
        }
    return st;
}
