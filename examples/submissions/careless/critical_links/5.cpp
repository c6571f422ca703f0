#include <vector>
#include <utility>
#include <numeric>
using namespace std;
int find(vector<int>& p, int x) { return p[x] == x ? x : p[x] = find(p, p[x]); }
vector<pair<int,int>> critical_links(const vector<vector<int>>& links) {
    // the links that join two components
    int n = links.size();
    vector<int> p(n);
    iota(p.begin(), p.end(), 0);
    vector<pair<int,int>> ans;
    for (int v = 0; v < n; v++)
        for (int w : links[v])
            if (find(p, v) != find(p, w)) {
                p[find(p, v)] = find(p, w);
                ans.push_back({v, w});
            }
    return ans;
}
