#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

// Incremental grid. Cells are 2.5 times as wide as the best distance, so that only the cell of a point and the
// nearer neighbour in each direction matter. The order is shuffled by a fixed linear congruential generator.
double closest_distance(const std::vector<std::pair<double, double>>& points) {
    struct Node {
        double x, y;
        std::int32_t next;
    };
    const std::int32_t n = static_cast<std::int32_t>(points.size());
    std::vector<Node> node(n);
    std::uint64_t seed = 88172645463325252u;
    for (std::int32_t i = 0; i < n; ++i) {
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        const auto j = static_cast<std::int32_t>((seed >> 32) * static_cast<std::uint64_t>(i + 1) >> 32);
        node[i] = node[j];
        node[j] = {points[i].first + 1.0e6, points[i].second + 1.0e6, -1};
    }

    std::uint32_t size = 64;
    while (size < 2u * static_cast<std::uint32_t>(n)) size *= 2;
    std::vector<std::int32_t> head(size, -1);
    const auto slot = [mask = size - 1](std::int64_t cx, std::int64_t cy) {
        const auto h = static_cast<std::uint64_t>(cx) * 0x9e3779b97f4a7c15u + static_cast<std::uint64_t>(cy) * 0xbf58476d1ce4e5b9u;
        return static_cast<std::uint32_t>(h >> 36) & mask;
    };

    double best2 = INFINITY, inverse = 0, rebuild_at = INFINITY;
    for (std::int32_t i = 0; i < n; ++i) {
        const double x = node[i].x, y = node[i].y;
        const double u = x * inverse, v = y * inverse;
        const auto cx = static_cast<std::int64_t>(u), cy = static_cast<std::int64_t>(v);
        const std::int64_t sx = u - static_cast<double>(cx) < 0.5 ? cx - 1 : cx + 1;
        const std::int64_t sy = v - static_cast<double>(cy) < 0.5 ? cy - 1 : cy + 1;
        const std::uint32_t own = slot(cx, cy);
        for (const std::uint32_t s : {own, slot(sx, cy), slot(cx, sy), slot(sx, sy)}) {
            for (std::int32_t j = head[s]; j >= 0; j = node[j].next) {
                const double dx = node[j].x - x, dy = node[j].y - y;
                const double d = dx * dx + dy * dy;
                if (d < best2) best2 = d;
            }
        }
        node[i].next = head[own];
        head[own] = i;
        if (best2 < rebuild_at) {
            if (best2 == 0) return 0;
            inverse = 0.4 / std::sqrt(best2);
            rebuild_at = best2 / 4;
            head.assign(size, -1);
            for (std::int32_t j = 0; j <= i; ++j) {
                auto& h = head[slot(static_cast<std::int64_t>(node[j].x * inverse), static_cast<std::int64_t>(node[j].y * inverse))];
                node[j].next = h;
                h = j;
            }
        }
    }
    return std::sqrt(best2);
}
