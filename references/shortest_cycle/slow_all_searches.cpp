// A whole breadth-first search from every vertex.
#include <algorithm>
#include <optional>
#include <queue>
#include <vector>

std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
  std::vector<std::vector<int>> around(n);
  for (const auto& edge : edges) {
    around[edge[0]].push_back(edge[1]);
    around[edge[1]].push_back(edge[0]);
  }
  int best = n + 1;
  for (int start = 0; start < n; ++start) {
    std::vector<int> distance(n, -1), parent(n, -1);
    std::queue<int> queue;
    distance[start] = 0;
    queue.push(start);
    while (!queue.empty()) {
      const int u = queue.front();
      queue.pop();
      for (const int v : around[u]) {
        if (distance[v] < 0) {
          distance[v] = distance[u] + 1;
          parent[v] = u;
          queue.push(v);
        } else if (v != parent[u]) {
          best = std::min(best, distance[u] + distance[v] + 1);
        }
      }
    }
  }
  if (best > n) return std::nullopt;
  return best;
}
