#include <bits/stdc++.h>
using namespace std;
double closest_distance(vector<tuple<double,double>> points) {
    double ans = DBL_MAX;
    int n = points.size();
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (i != j) {
                double d = sqrt(pow(get<0>(points[i]) - get<0>(points[j]), 2) + pow(get<1>(points[i]) - get<1>(points[j]), 2));
                if (d < ans) ans = d;
            }
    return ans;
}
