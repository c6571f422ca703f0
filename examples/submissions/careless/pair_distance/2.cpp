#include <bits/stdc++.h>
using namespace std;
int kth_pair_distance(vector<int> v, long long k) {
    set<int> d;
    for (int i = 0; i < v.size(); i++)
        for (int j = 0; j < i; j++) d.insert(abs(v[i] - v[j]));
    for (int x : d) if (--k == 0) return x;
    return -1;
}
