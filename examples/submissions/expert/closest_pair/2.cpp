#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

// Divide and conquer; the halves come back sorted by y (merge), so the strip costs linear time.
namespace {

using Point = std::pair<double, double>;

struct Solver {
    std::vector<Point> p, tmp, strip;
    double best2 = std::numeric_limits<double>::infinity();

    void test(const Point& a, const Point& b) {
        const double dx = a.first - b.first, dy = a.second - b.second;
        const double d = dx * dx + dy * dy;
        if (d < best2) best2 = d;
    }

    void solve(int lo, int hi) {
        if (hi - lo <= 6) {
            for (int i = lo + 1; i < hi; ++i)
                for (int j = lo; j < i; ++j) test(p[i], p[j]);
            for (int i = lo + 1; i < hi; ++i) {  // insertion sort by y
                const Point q = p[i];
                int j = i;
                for (; j > lo && p[j - 1].second > q.second; --j) p[j] = p[j - 1];
                p[j] = q;
            }
            return;
        }
        const int mid = (lo + hi) / 2;
        const double line = p[mid].first;
        solve(lo, mid);
        solve(mid, hi);
        std::merge(p.begin() + lo, p.begin() + mid, p.begin() + mid, p.begin() + hi, tmp.begin() + lo,
                   [](const Point& a, const Point& b) { return a.second < b.second; });
        std::copy(tmp.begin() + lo, tmp.begin() + hi, p.begin() + lo);
        strip.clear();
        for (int i = lo; i < hi; ++i) {
            const double dx = p[i].first - line;
            if (dx * dx >= best2) continue;
            for (std::size_t k = strip.size(); k-- > 0;) {
                const double dy = p[i].second - strip[k].second;
                if (dy * dy >= best2) break;
                test(p[i], strip[k]);
            }
            strip.push_back(p[i]);
        }
    }
};

}  // namespace

double closest_distance(const std::vector<std::pair<double, double>>& points) {
    Solver s;
    s.p = points;
    s.tmp.resize(points.size());
    std::sort(s.p.begin(), s.p.end());
    s.solve(0, static_cast<int>(points.size()));
    return std::sqrt(s.best2);
}
