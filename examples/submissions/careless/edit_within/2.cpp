#include <string>
#include <optional>
#include <vector>
using namespace std;
// length of a + length of b - 2 * longest common subsequence
optional<int> edit_within(const string& a, const string& b, int k) {
    int n = a.size(), m = b.size();
    vector<vector<int>> l(n + 1, vector<int>(m + 1, 0));
    for (int i = 1; i <= n; i++)
        for (int j = 1; j <= m; j++)
            l[i][j] = a[i-1] == b[j-1] ? l[i-1][j-1] + 1 : max(l[i-1][j], l[i][j-1]);
    int d = n + m - 2 * l[n][m];
    if (d > k) return nullopt;
    return d;
}
