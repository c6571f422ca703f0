#pragma GCC optimize("O3")
#include <bits/stdc++.h>
using namespace std;
#define int long long
vector<pair<int,int>> longest_stretches(string text, vector<int> limits) {
    vector<pair<int,int>> ans;
    for (auto k : limits) {
        int bs = 0, bl = 0, n = text.size();
        for (int i = 0; i < n; i++) {
            int mask = 0, j = i;
            for (; j < n; j++) {
                mask |= 1LL << (text[j] - 'a');
                if (__builtin_popcountll(mask) > k) break;
            }
            if (j - i > bl) bl = j - i, bs = i;
        }
        ans.push_back({bs, bl});
    }
    return ans;
}
