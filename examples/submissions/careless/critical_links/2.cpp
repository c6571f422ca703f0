#include <vector>
#include <utility>
using namespace std;

static void go(int v, vector<vector<pair<int,int>>>& g, vector<char>& seen, int without) {
    seen[v] = 1;
    for (auto& e : g[v])
        if (e.second != without && !seen[e.first]) go(e.first, g, seen, without);
}

vector<pair<int,int>> critical_links(const vector<vector<int>>& links) {
    int n = links.size(), m = 0;
    vector<vector<pair<int,int>>> g(n);
    vector<pair<int,int>> all, ans;
    for (int v = 0; v < n; v++)
        for (int w : links[v]) {
            g[v].push_back({w, m});
            g[w].push_back({v, m});
            all.push_back({v, w});
            m++;
        }
    for (int i = 0; i < m; i++) {
        vector<char> seen(n, 0);
        go(all[i].first, g, seen, i);
        if (!seen[all[i].second]) ans.push_back(all[i]);
    }
    return ans;
}
