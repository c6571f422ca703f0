#include <bits/stdc++.h>
using namespace std;
#define int long long
int recurrence_term(vector<int> coefficients, vector<int> initial, int n, int modulus) {
    int d = initial.size();
    if (n > 1000000) n %= 1000000;   // too big otherwise
    vector<int> a = initial;
    for (int i = d; i <= n && i < 2000; i++) {
        int s = 0;
        for (int j = 0; j < d; j++) s += coefficients[j] * a[i - 1 - j];
        a.push_back(s % modulus);
    }
    return a.back() % modulus;
}
