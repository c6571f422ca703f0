// The textbook search, over maps and sets.
#include <algorithm>
#include <map>
#include <set>
#include <stack>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
  std::map<int, std::vector<std::pair<int, int>>> around;
  int count = 0;
  for (int v = 0; v < static_cast<int>(links.size()); ++v) {
    around[v];
    for (int w : links[v]) {
      around[v].push_back({w, count});
      around[w].push_back({v, count++});
    }
  }
  std::set<int> met;
  std::map<int, int> number, reach;
  std::vector<std::pair<int, int>> critical;
  for (const auto& item : around) {
    if (met.count(item.first)) continue;
    struct Step {
      int station, link;
      std::size_t next;
    };
    std::stack<Step> path;
    path.push({item.first, -1, 0});
    met.insert(item.first);
    number[item.first] = reach[item.first] = static_cast<int>(met.size());
    while (!path.empty()) {
      Step& step = path.top();
      const int v = step.station;
      if (step.next < around[v].size()) {
        const auto [w, link] = around[v][step.next++];
        if (link == step.link) continue;
        if (met.count(w)) {
          reach[v] = std::min(reach[v], number[w]);
        } else {
          met.insert(w);
          number[w] = reach[w] = static_cast<int>(met.size());
          path.push({w, link, 0});
        }
      } else {
        path.pop();
        if (path.empty()) break;
        const int before = path.top().station;
        reach[before] = std::min(reach[before], reach[v]);
        if (reach[v] > number[before]) critical.emplace_back(before, v);
      }
    }
  }
  return critical;
}
