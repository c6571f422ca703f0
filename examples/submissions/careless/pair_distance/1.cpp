#include <bits/stdc++.h>
using namespace std;

long long kth_pair_distance(vector<long long> values, long long k) {
    multiset<long long> s;
    for (int i = 0; i < values.size(); i++)
        for (int j = i + 1; j < values.size(); j++) {
            s.insert(abs(values[i] - values[j]));
            if (s.size() > k) s.erase(prev(s.end()));
        }
    return *s.rbegin();
}
