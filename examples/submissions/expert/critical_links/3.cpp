// Tarjan's bridges, recursive, with vectors of (neighbour, link).
#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
    const int n = static_cast<int>(links.size());
    std::vector<std::vector<std::pair<int, int>>> adjacent(n);
    int count = 0;
    for (int v = 0; v < n; ++v) {
        for (const int w : links[v]) {
            adjacent[v].emplace_back(w, count);
            adjacent[w].emplace_back(v, count++);
        }
    }
    std::vector<int> order(n, -1), low(n);
    std::vector<std::pair<int, int>> result;
    int time = 0;
    std::function<void(int, int)> visit = [&](int v, int by) {
        order[v] = low[v] = time++;
        for (const auto& [w, link] : adjacent[v]) {
            if (link == by) continue;
            if (order[w] < 0) {
                visit(w, link);
                low[v] = std::min(low[v], low[w]);
                if (low[w] > order[v]) result.emplace_back(v, w);
            } else {
                low[v] = std::min(low[v], order[w]);
            }
        }
    };
    for (int v = 0; v < n; ++v)
        if (order[v] < 0) visit(v, -1);
    return result;
}
