// Tarjan's low-link without recursion, on a compressed adjacency. A link is known by its number, so that a
// second link between the same stations is told from the first.
#include <algorithm>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
    const int n = static_cast<int>(links.size());
    std::vector<int> first(n + 1);
    for (int v = 0; v < n; ++v) {
        first[v] += static_cast<int>(links[v].size());
        for (int w : links[v]) ++first[w];
    }
    int total = 0;
    for (int& f : first) {
        total += f;
        f = total;
    }
    struct Half {
        int to, link;
    };
    std::vector<Half> half(total);
    int link = 0;
    for (int v = 0; v < n; ++v)
        for (int w : links[v]) {
            half[--first[v]] = {w, link};
            half[--first[w]] = {v, link++};
        }

    std::vector<int> order(n), low(n), at(first.begin(), first.end() - 1), through(n, -1), stack(n);
    std::vector<std::pair<int, int>> result;
    int time = 0;
    for (int root = 0; root < n; ++root) {
        if (order[root]) continue;
        int depth = 0;
        stack[0] = root;
        order[root] = low[root] = ++time;
        while (depth >= 0) {
            const int v = stack[depth];
            if (at[v] < first[v + 1]) {
                const auto [w, id] = half[at[v]++];
                if (!order[w]) {
                    order[w] = low[w] = ++time;
                    through[w] = id;
                    stack[++depth] = w;
                } else if (id != through[v] && order[w] < low[v]) {
                    low[v] = order[w];
                }
            } else if (--depth >= 0) {
                const int up = stack[depth];
                if (low[v] == order[v]) result.emplace_back(up, v);
                else low[up] = std::min(low[up], low[v]);
            }
        }
    }
    return result;
}
