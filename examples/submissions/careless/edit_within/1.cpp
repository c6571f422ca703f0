#include <bits/stdc++.h>
using namespace std;
int dp[1005][1005];
optional<int> edit_within(string a, string b, int k) {
    int n = a.size(), m = b.size();
    for (int i = 0; i <= n; i++)
        for (int j = 0; j <= m; j++) {
            if (!i) dp[i][j] = j;
            else if (!j) dp[i][j] = i;
            else dp[i][j] = min({dp[i-1][j] + 1, dp[i][j-1] + 1, dp[i-1][j-1] + (a[i-1] != b[j-1])});
        }
    if (dp[n][m] <= k) return dp[n][m];
    return {};
}
