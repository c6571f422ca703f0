#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

// A first distance from a random sample of pairs of neighbours in x, y order fixes a grid once; only cells of
// more than one point are looked at closely.
double closest_distance(const std::vector<std::pair<double, double>>& points) {
    const std::uint32_t n = static_cast<std::uint32_t>(points.size());
    std::mt19937_64 random(7);
    double best = INFINITY;
    const auto dist2 = [&](std::uint32_t i, std::uint32_t j) {
        const double dx = points[i].first - points[j].first, dy = points[i].second - points[j].second;
        return dx * dx + dy * dy;
    };

    // Khuller & Matias' sieve: drop points that are alone in their surroundings until none is left.
    std::vector<std::uint32_t> left(n);
    std::iota(left.begin(), left.end(), 0u);
    std::uint32_t size = 16;
    while (size < 4 * n) size *= 2;
    std::vector<std::uint8_t> filled(size);
    const auto cell = [](double v, double width) { return static_cast<std::int64_t>((v + 1.0e6) / width); };
    const auto slot = [&](std::int64_t x, std::int64_t y) {
        const std::uint64_t h = static_cast<std::uint64_t>(x) * 0x9e3779b97f4a7c15u ^ static_cast<std::uint64_t>(y) * 0xd6e8feb86659fd93u;
        return static_cast<std::uint32_t>((h * 0xff51afd7ed558ccdu) >> 40) & (size - 1);
    };
    double width = 0;
    while (!left.empty()) {
        const std::uint32_t pick = left[random() % left.size()];
        double nearest = INFINITY;
        for (const std::uint32_t j : left)
            if (j != pick) nearest = std::min(nearest, dist2(pick, j));
        if (nearest == INFINITY) break;
        best = std::min(best, nearest);
        if (nearest == 0) return 0;
        width = std::sqrt(nearest) / 3;
        std::fill(filled.begin(), filled.end(), std::uint8_t{0});
        for (const std::uint32_t i : left) {
            auto& f = filled[slot(cell(points[i].first, width), cell(points[i].second, width))];
            f = static_cast<std::uint8_t>(std::min<int>(f + 1, 200));
        }
        std::erase_if(left, [&, pick](std::uint32_t i) {
            const std::int64_t x = cell(points[i].first, width), y = cell(points[i].second, width);
            int around = 0;
            for (std::int64_t dx = -1; dx <= 1; ++dx)
                for (std::int64_t dy = -1; dy <= 1; ++dy) around += filled[slot(x + dx, y + dy)];
            return around <= 1 || i == pick;  // cells may share a slot: make sure of progress
        });
    }

    // `width` is now at most the answer, and the answer at most about three times of it: one exact pass.
    const double cells = std::sqrt(best);
    std::vector<std::uint32_t> head(size, n), next(n);
    for (std::uint32_t i = 0; i < n; ++i) {
        const std::int64_t x = cell(points[i].first, cells), y = cell(points[i].second, cells);
        for (std::int64_t dx = -1; dx <= 1; ++dx)
            for (std::int64_t dy = -1; dy <= 1; ++dy)
                for (std::uint32_t j = head[slot(x + dx, y + dy)]; j < n; j = next[j]) best = std::min(best, dist2(i, j));
        auto& h = head[slot(x, y)];
        next[i] = h;
        h = i;
    }
    return std::sqrt(best);
}
