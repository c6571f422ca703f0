#include <algorithm>
#include <optional>
#include <vector>

// Same plan with a compressed adjacency; vertices are taken in order of falling degree, and a search
// ignores vertices already used as a source.
std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
    std::vector<int> degree(n), order(n), rank(n);
    for (const auto& e : edges) ++degree[e[0]], ++degree[e[1]];
    std::vector<int> first(n + 1);
    for (int v = 0; v < n; ++v) first[v + 1] = first[v] + degree[v];
    std::vector<int> to(first[n]), fill(first.begin(), first.end() - 1);
    for (const auto& e : edges) to[fill[e[0]]++] = e[1], to[fill[e[1]]++] = e[0];

    // Peel the leaves.
    std::vector<int> peel;
    std::vector<char> dead(n);
    for (int v = 0; v < n; ++v)
        if (degree[v] <= 1) peel.push_back(v), dead[v] = 1;
    for (std::size_t k = 0; k < peel.size(); ++k)
        for (int e = first[peel[k]]; e < first[peel[k] + 1]; ++e)
            if (!dead[to[e]] && --degree[to[e]] <= 1) dead[to[e]] = 1, peel.push_back(to[e]);

    // Compress once more: only living neighbours.
    std::vector<int> end(n);
    int alive = 0;
    for (int v = 0; v < n; ++v) {
        int w = first[v];
        if (!dead[v]) {
            for (int e = first[v]; e < first[v + 1]; ++e)
                if (!dead[to[e]]) to[w++] = to[e];
            order[alive++] = v;
        }
        end[v] = w;
    }
    order.resize(alive);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return degree[a] > degree[b]; });

    constexpr int kNone = 1 << 30;
    int best = kNone;
    std::vector<int> seen(n, -1), level(n), queue(n);
    for (int s = 0; s < alive && best > 3; ++s) {
        const int source = order[s];
        int head = 0, tail = 1;
        queue[0] = source;
        seen[source] = s;
        level[source] = 0;
        int d = 0;
        for (bool closed = false; head < tail && 2 * d + 1 < best && !closed; ++d) {
            for (const int stop = tail; head < stop; ++head) {
                const int u = queue[head];
                for (int e = first[u]; e < end[u]; ++e) {
                    const int v = to[e];
                    if (seen[v] != s) {
                        seen[v] = s;
                        level[v] = d + 1;
                        queue[tail++] = v;
                    } else if (level[v] >= d) {
                        best = std::min(best, d + level[v] + 1);
                        closed = true;
                    }
                }
            }
        }
        for (int e = first[source]; e < end[source]; ++e) {
            const int v = to[e];
            for (int k = first[v]; k < end[v]; ++k)
                if (to[k] == source) {
                    to[k] = to[--end[v]];
                    break;
                }
        }
        end[source] = first[source];
    }
    if (best == kNone) return std::nullopt;
    return best;
}
