// Sweep by x with an ordered set of the points within reach, by y.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

double closest_distance(std::vector<std::pair<double, double>> points) {
    std::sort(points.begin(), points.end());
    std::set<std::pair<double, double>> active;  // (y, x)
    double best = std::hypot(points[1].first - points[0].first, points[1].second - points[0].second);
    std::size_t tail = 0;
    for (const auto& [x, y] : points) {
        while (tail < points.size() && x - points[tail].first > best) {
            active.erase({points[tail].second, points[tail].first});
            ++tail;
        }
        for (auto it = active.lower_bound({y - best, -1e18}); it != active.end() && it->first <= y + best; ++it)
            best = std::min(best, std::hypot(x - it->second, y - it->first));
        if (best == 0) return 0;
        active.emplace(y, x);
    }
    return best;
}
