#include <bits/stdc++.h>
using namespace std;
#define int long long
double mean_of_medians(vector<int> values, int width) {
    int n = values.size();
    vector<double> meds;
    for (int i = 0; i + width <= n; i++) {
        vector<int> v;
        for (int j = i; j < i + width; j++) v.push_back(values[j]);
        sort(v.begin(), v.end());
        if (width % 2) meds.push_back(v[width / 2]);
        else meds.push_back((v[width / 2] + v[width / 2 - 1]) / 2.0);
    }
    double s = 0;
    for (double m : meds) s += m;
    return s / meds.size();
}
