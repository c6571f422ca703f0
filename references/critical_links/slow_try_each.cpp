// Leaves out each link in turn and searches for another way between its ends.
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
  const int n = static_cast<int>(links.size());
  std::vector<std::pair<int, int>> ends, critical;
  std::vector<std::vector<int>> around(n);
  for (int v = 0; v < n; ++v)
    for (int w : links[v]) {
      around[v].push_back(static_cast<int>(ends.size()));
      around[w].push_back(static_cast<int>(ends.size()));
      ends.emplace_back(v, w);
    }
  for (int left_out = 0; left_out < static_cast<int>(ends.size()); ++left_out) {
    std::vector<bool> met(n);
    std::vector<int> queue{ends[left_out].first};
    met[queue[0]] = true;
    for (std::size_t i = 0; i < queue.size() && !met[ends[left_out].second]; ++i)
      for (int link : around[queue[i]]) {
        const int other = ends[link].first ^ ends[link].second ^ queue[i];
        if (link != left_out && !met[other]) {
          met[other] = true;
          queue.push_back(other);
        }
      }
    if (!met[ends[left_out].second]) critical.push_back(ends[left_out]);
  }
  return critical;
}
