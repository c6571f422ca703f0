// Randomised grid: insert the points in random order, rebuild the grid when the distance shrinks.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <tuple>
#include <vector>

namespace {

class Grid {
public:
    explicit Grid(std::size_t n) : next_(n), cell_x_(n), cell_y_(n) {
        std::size_t size = 16;
        while (size < 2 * n) size *= 2;
        head_.assign(size, -1);
        mask_ = size - 1;
    }

    void clear() { std::fill(head_.begin(), head_.end(), -1); }

    void insert(int i, std::int64_t cx, std::int64_t cy) {
        auto& head = head_[slot(cx, cy)];
        next_[i] = head;
        head = i;
        cell_x_[i] = cx;
        cell_y_[i] = cy;
    }

    template <class Visit>
    void visit(std::int64_t cx, std::int64_t cy, Visit&& visit) const {
        for (int i = head_[slot(cx, cy)]; i >= 0; i = next_[i]) visit(i);
    }

private:
    std::size_t slot(std::int64_t cx, std::int64_t cy) const {
        const std::uint64_t h = static_cast<std::uint64_t>(cx) * 0x9e3779b97f4a7c15u + static_cast<std::uint64_t>(cy) * 0xc2b2ae3d27d4eb4fu;
        return (h ^ h >> 32) & mask_;
    }
    std::vector<int> head_, next_;
    std::vector<std::int64_t> cell_x_, cell_y_;
    std::size_t mask_;
};

}  // namespace

double closest_distance(std::vector<std::tuple<double, double>>& points) {
    const int n = static_cast<int>(points.size());
    std::mt19937 random(2024);
    std::shuffle(points.begin(), points.end(), random);
    std::vector<double> x(n), y(n);
    for (int i = 0; i < n; ++i) std::tie(x[i], y[i]) = points[i];
    for (int i = 0; i < n; ++i) { x[i] += 1e6; y[i] += 1e6; }

    double best = std::hypot(x[1] - x[0], y[1] - y[0]);
    if (best == 0) return 0;
    double best2 = best * best, scale = 1 / best;
    Grid grid(n);
    const auto cell = [&](double v) { return static_cast<std::int64_t>(v * scale); };
    for (int i = 0; i < n; ++i) {
        const std::int64_t cx = cell(x[i]), cy = cell(y[i]);
        const double before = best2;
        for (std::int64_t dx = -1; dx <= 1; ++dx)
            for (std::int64_t dy = -1; dy <= 1; ++dy)
                grid.visit(cx + dx, cy + dy, [&](int j) {
                    const double ex = x[i] - x[j], ey = y[i] - y[j];
                    best2 = std::min(best2, ex * ex + ey * ey);
                });
        if (best2 < before * 0.5) {
            if (best2 == 0) return 0;
            scale = 1 / std::sqrt(best2);
            grid.clear();
            for (int j = 0; j <= i; ++j) grid.insert(j, cell(x[j]), cell(y[j]));
        } else {
            grid.insert(i, cx, cy);
        }
    }
    return std::sqrt(best2);
}
