// Sources of degree two are skipped: a shortest cycle always passes a branching vertex.
#include <algorithm>
#include <climits>
#include <optional>
#include <vector>

std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
    std::vector<std::vector<int>> adj(n);
    for (const auto& e : edges) {
        adj[e[0]].push_back(e[1]);
        adj[e[1]].push_back(e[0]);
    }
    int best = INT_MAX;
    std::vector<int> level(n), parent(n), seen(n, -1), queue(n);
    for (int s = 0; s < n; ++s) {
        if (adj[s].size() < 3) continue;
        int head = 0, tail = 1;
        queue[0] = s;
        seen[s] = s;
        level[s] = 0;
        parent[s] = -1;
        while (head < tail) {
            const int u = queue[head++];
            if (best != INT_MAX && 2 * level[u] + 1 >= best) break;
            for (const int v : adj[u]) {
                if (seen[v] != s) {
                    seen[v] = s;
                    level[v] = level[u] + 1;
                    parent[v] = u;
                    queue[tail++] = v;
                } else if (v != parent[u]) {
                    best = std::min(best, level[u] + level[v] + 1);
                }
            }
        }
    }
    if (best == INT_MAX) return std::nullopt;
    return best;
}
