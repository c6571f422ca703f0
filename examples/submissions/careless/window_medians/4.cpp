#include <vector>
#include <algorithm>

double median(std::vector<int> v) {
    std::sort(v.begin(), v.end());
    return v[v.size() / 2];
}

double mean_of_medians(std::vector<int> values, int width) {
    double sum = 0.0;
    for (int i = 0; i + width <= values.size(); i++)
        sum += median(values.slice(i, i + width));
    return sum / (values.size() - width + 1);
}
