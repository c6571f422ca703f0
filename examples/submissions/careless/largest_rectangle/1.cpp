#include <bits/stdc++.h>
using namespace std;
tuple<int,int,int,int> largest_rectangle(vector<string> g) {
    int n = g.size(), m = g[0].size(), best = 0;
    vector<vector<int>> p(n + 1, vector<int>(m + 1));
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++)
            p[i+1][j+1] = p[i][j+1] + p[i+1][j] - p[i][j] + (g[i][j] == '1');
    tuple<int,int,int,int> ans{0,0,0,0};
    for (int a = 0; a < n; a++)
        for (int b = a; b < n; b++)
            for (int c = 0; c < m; c++)
                for (int d = c; d < m; d++) {
                    int area = (b - a + 1) * (d - c + 1);
                    if (area > best && p[b+1][d+1] - p[a][d+1] - p[b+1][c] + p[a][c] == area) {
                        best = area;
                        ans = {a, c, b - a + 1, d - c + 1};
                    }
                }
    return ans;
}
