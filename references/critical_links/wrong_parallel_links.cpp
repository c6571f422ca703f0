// Leaves out the station before instead of the link to it, so two links between the same stations count as one.
#include <algorithm>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
  const int n = static_cast<int>(links.size());
  std::vector<std::vector<int>> around(n);
  for (int v = 0; v < n; ++v)
    for (int w : links[v]) {
      around[v].push_back(w);
      around[w].push_back(v);
    }
  std::vector<int> number(n), reach(n), before(n, -1);
  std::vector<std::size_t> next(n);
  std::vector<std::pair<int, int>> critical;
  int met = 0;
  for (int start = 0; start < n; ++start) {
    if (number[start]) continue;
    int v = start;
    number[v] = reach[v] = ++met;
    while (v >= 0) {
      if (next[v] < around[v].size()) {
        const int w = around[v][next[v]++];
        if (w == before[v]) continue;
        if (number[w]) {
          reach[v] = std::min(reach[v], number[w]);
        } else {
          before[w] = v;
          number[w] = reach[w] = ++met;
          v = w;
        }
      } else {
        const int up = before[v];
        if (up >= 0) {
          reach[up] = std::min(reach[up], reach[v]);
          if (reach[v] == number[v]) critical.emplace_back(up, v);
        }
        v = up;
      }
    }
  }
  return critical;
}
