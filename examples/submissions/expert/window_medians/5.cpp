// Sorted window, binary search for the one to leave. The sum of the medians is kept in halves, in 32 bits.
#include <algorithm>
#include <vector>

double mean_of_medians(const std::vector<int>& values, int width) {
    std::vector<int> window(values.begin(), values.begin() + width);
    std::sort(window.begin(), window.end());
    int twice = 0;
    int places = 0;
    for (std::size_t i = width;; ++i) {
        twice += window[(width - 1) / 2] + window[width / 2];
        ++places;
        if (i == values.size()) break;
        window.erase(std::lower_bound(window.begin(), window.end(), values[i - width]));
        window.insert(std::upper_bound(window.begin(), window.end(), values[i]), values[i]);
    }
    return twice / 2 / places;
}
