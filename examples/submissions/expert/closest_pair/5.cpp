// Divide and conquer with a strip; seven successors are enough.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace {

using Point = std::pair<double, double>;

double closest(std::vector<Point>& p, std::size_t lo, std::size_t hi) {
    if (hi - lo < 2) return 1e9;
    const std::size_t mid = (lo + hi) / 2;
    const double line = p[mid].first;
    const double d = std::min(closest(p, lo, mid), closest(p, mid, hi));
    std::inplace_merge(p.begin() + lo, p.begin() + mid, p.begin() + hi,
                       [](const Point& a, const Point& b) { return a.second < b.second; });
    std::vector<Point> strip;
    for (std::size_t i = lo; i < hi; ++i)
        if (std::abs(p[i].first - line) < d) strip.push_back(p[i]);
    double best = d;
    for (std::size_t i = 0; i < strip.size(); ++i)
        for (std::size_t j = i + 1; j < strip.size() && j < i + 7; ++j)
            best = std::min(best, std::hypot(strip[i].first - strip[j].first, strip[i].second - strip[j].second));
    return best;
}

}  // namespace

double closest_distance(const std::vector<Point>& points) {
    std::vector<Point> p(points);
    std::sort(p.begin(), p.end());
    p.erase(std::unique(p.begin(), p.end()), p.end());
    return closest(p, 0, p.size());
}
