// Breadth-first search from every vertex, cut at half the best length known.
#include <limits>
#include <optional>
#include <vector>

std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
    std::vector<std::vector<int>> adj(n);
    for (const auto& e : edges) {
        adj[e[0]].push_back(e[1]);
        adj[e[1]].push_back(e[0]);
    }
    constexpr int kInf = std::numeric_limits<int>::max();
    int best = kInf;
    std::vector<int> dist(n, -1), parent(n, -1), queue;
    queue.reserve(n);
    for (int s = 0; s < n; ++s) {
        queue.assign(1, s);
        dist[s] = 0;
        parent[s] = -1;
        for (std::size_t head = 0; head < queue.size(); ++head) {
            const int u = queue[head];
            if (best != kInf && 2 * dist[u] >= best) break;
            for (const int v : adj[u]) {
                if (dist[v] == -1) {
                    dist[v] = dist[u] + 1;
                    parent[v] = u;
                    queue.push_back(v);
                } else if (v != parent[u]) {
                    const int len = dist[u] + dist[v] + 1;
                    if (len < best) best = len;
                }
            }
        }
        for (const int v : queue) dist[v] = -1;
    }
    if (best == kInf) return std::nullopt;
    return best;
}
