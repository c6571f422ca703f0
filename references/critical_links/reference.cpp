// Depth first without recursion. Each station gets a number when it is met. `reach` is the least number to which
// it or what was met from it is joined, the link through which it was met left out: if that is its own, this
// link is critical. Neighbours lie behind each other in one array.
#include <algorithm>
#include <utility>
#include <vector>

std::vector<std::pair<int, int>> critical_links(const std::vector<std::vector<int>>& links) {
  const int n = static_cast<int>(links.size());
  std::vector<int> begin(n + 2);
  for (int v = 0; v < n; ++v) {
    begin[v + 2] += static_cast<int>(links[v].size());
    for (const int w : links[v]) ++begin[w + 2];
  }
  for (int v = 0; v < n; ++v) begin[v + 2] += begin[v + 1];
  // While they are filled in, begin[v + 1] moves from the first neighbour of v to behind its last.
  std::vector<int> neighbours(begin[n + 1]);
  for (int v = 0; v < n; ++v) {
    for (const int w : links[v]) {
      neighbours[begin[v + 1]++] = w;
      neighbours[begin[w + 1]++] = v;
    }
  }

  struct Step {
    int station, next, reach, from;
  };
  std::vector<Step> path(n);
  std::vector<int> number(n);  // 0: not met yet
  std::vector<std::pair<int, int>> critical;
  int met = 0;
  for (int start = 0; start < n; ++start) {
    if (number[start] != 0) continue;
    Step* last = path.data();
    int v = start, next = begin[v], end = begin[v + 1];
    int reach = ++met;
    int from = -1;  // the number of the station before; -1 once the link to it was seen: a second one counts
    number[v] = reach;
    for (;;) {
      while (next != end) {
        const int w = neighbours[next++];
        const int other = number[w];
        if (other >= reach) continue;
        if (other == 0) {
          *last++ = {v, next, reach, from};
          from = number[v];
          v = w;
          number[v] = reach = ++met;
          next = begin[v];
          end = begin[v + 1];
        } else if (other == from) {
          from = -1;
        } else {
          reach = other;
        }
      }
      if (last == path.data()) break;
      const Step step = *--last;
      if (reach == number[v]) critical.emplace_back(step.station, v);
      v = step.station;
      next = step.next;
      end = begin[v + 1];
      reach = std::min(reach, step.reach);
      from = step.from;
    }
  }
  return critical;
}
