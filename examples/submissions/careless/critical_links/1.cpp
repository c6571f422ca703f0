#include <bits/stdc++.h>
using namespace std;
#define int long long
vector<pair<int,int>> critical_links(vector<vector<int>> links) {
    // a link is critical if one of its ends has no other link
    int n = links.size();
    vector<int> deg(n);
    for (int v = 0; v < n; v++) for (int w : links[v]) deg[v]++, deg[w]++;
    vector<pair<int,int>> ans;
    for (int v = 0; v < n; v++)
        for (int w : links[v])
            if (deg[v] == 1 || deg[w] == 1) ans.push_back({v, w});
    return ans;
}
