#pragma GCC optimize("O3")
#include <bits/stdc++.h>
using namespace std;
#define int long long
vector<pair<int,int>> longest_stretches(string s, vector<int> limits) {
    vector<pair<int,int>> ans;
    for (auto k : limits) {
        int c[26] = {}, d = 0, l = 0, bl = 0, bs = 0, n = s.size();
        for (int r = 0; r < n; r++) {
            if (!c[s[r] - 'a']++) d++;
            while (d > k) if (!--c[s[l++] - 'a']) d--;
            if (r - l + 1 > bl) bl = r - l + 1, bs = l;
        }
        ans.push_back({bs, bl});
    }
    return ans;
}
