#include <vector>
#include <queue>
#include <optional>
std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
    std::vector<std::vector<bool>> m(n, std::vector<bool>(n, false));
    for (auto& e : edges) m[e[0]][e[1]] = m[e[1]][e[0]] = true;
    int best = -1;
    std::vector<int> d(n, -1);
    std::queue<int> q;
    q.push(0);
    d[0] = 0;
    while (!q.empty()) {
        int u = q.front(); q.pop();
        for (int v = 0; v < n; v++) {
            if (!m[u][v]) continue;
            if (d[v] == -1) { d[v] = d[u] + 1; q.push(v); }
            else if (d[v] >= d[u] && (best == -1 || d[u] + d[v] + 1 < best)) best = d[u] + d[v] + 1;
        }
    }
    if (best == -1) return std::nullopt;
    return best;
}
