#include <bits/stdc++.h>
using namespace std;
#define int long long
int sum_of_minima(vector<vector<int>> table) {
    int n = table.size(), m = table[0].size(), ans = 0, M = 1e9 + 7;
    for (int a = 0; a < n; a++)
        for (int c = 0; c < m; c++) {
            vector<int> lowest(m, LLONG_MAX);
            for (int b = a; b < n; b++) {
                int mn = LLONG_MAX;
                for (int d = c; d < m; d++) {
                    lowest[d] = min(lowest[d], table[b][d]);
                    mn = min(mn, lowest[d]);
                    ans = (ans + mn) % M;
                }
            }
        }
    return (ans + M) % M;
}
