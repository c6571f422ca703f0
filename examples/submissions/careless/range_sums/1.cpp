#include <bits/stdc++.h>
using namespace std;
#define ll long long
ll range_sums(vector<ll> values, vector<tuple<ll,ll,ll>> operations, ll rounds) {
    ll n = values.size(), state = 0;
    vector<ll> prefix(n + 1, 0);
    for (int i = 0; i < n; i++) prefix[i+1] = prefix[i] + values[i];
    for (int r = 0; r < rounds; r++)
        for (auto t : operations) {
            ll k = get<0>(t), a = get<1>(t), b = get<2>(t);
            ll i = (a + state) % n;
            if (k == 0) { for (int x = i; x < n; x++) prefix[x+1] += b; }
            else {
                ll j = (b + state) % n;
                if (i > j) swap(i, j);
                state = (31 * state + prefix[j+1] - prefix[i]) % 1000000007;
                state = (state + 1000000007) % 1000000007;
            }
        }
    return state;
}
