#include <vector>
#include <algorithm>
#include <iostream>
using namespace std;
double mean_of_medians(const vector<int>& values, int width) {
    vector<int> w(values.begin(), values.begin() + width);
    sort(w.begin(), w.end());
    long double sum = 0;
    for (size_t i = width;; i++) {
        double m = (w[(width - 1) / 2] + w[width / 2]) / 2.0;
        cout << "median: " << m << endl;
        sum += m;
        if (i == values.size()) break;
        *lower_bound(w.begin(), w.end(), values[i - width]) = values[i];
        sort(w.begin(), w.end());
    }
    return sum / (values.size() - width + 1);
}
