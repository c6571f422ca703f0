// Low-link without recursion; the way back to the parent is skipped by its number.
#include <algorithm>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
    const int n = static_cast<int>(links.size());
    std::vector<std::vector<int>> adjacent(n);
    for (int v = 0; v < n; ++v)
        for (const int w : links[v]) {
            adjacent[v].push_back(w);
            adjacent[w].push_back(v);
        }
    std::vector<int> order(n), low(n), parent(n, -1), stack;
    std::vector<std::size_t> at(n);
    std::vector<std::pair<int, int>> result;
    int time = 0;
    for (int root = 0; root < n; ++root) {
        if (order[root]) continue;
        stack.push_back(root);
        order[root] = low[root] = ++time;
        while (!stack.empty()) {
            const int v = stack.back();
            if (at[v] < adjacent[v].size()) {
                const int w = adjacent[v][at[v]++];
                if (w == parent[v]) continue;
                if (order[w]) {
                    low[v] = std::min(low[v], order[w]);
                    continue;
                }
                parent[w] = v;
                order[w] = low[w] = ++time;
                stack.push_back(w);
            } else {
                stack.pop_back();
                if (parent[v] < 0) continue;
                low[parent[v]] = std::min(low[parent[v]], low[v]);
                if (low[v] > order[parent[v]]) result.emplace_back(parent[v], v);
            }
        }
    }
    return result;
}
