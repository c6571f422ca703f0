// Two multisets, balanced after each move.
#include <iterator>
#include <set>
#include <vector>

double mean_of_medians(const std::vector<int>& values, int width) {
    std::multiset<int> window(values.begin(), values.begin() + width);
    auto mid = std::next(window.begin(), (width - 1) / 2);
    long long twice = 0;
    for (std::size_t i = static_cast<std::size_t>(width);; ++i) {
        twice += *mid + (width % 2 ? *mid : *std::next(mid));
        if (i == values.size()) break;
        const int in = values[i], out = values[i - width];
        window.insert(in);
        if (in < *mid) --mid;
        // the lower bound of an equal run is the one to go, so that mid never dangles
        if (out <= *mid) ++mid;
        window.erase(window.lower_bound(out));
    }
    return static_cast<double>(twice) / 2 / static_cast<double>(values.size() - width + 1);
}
