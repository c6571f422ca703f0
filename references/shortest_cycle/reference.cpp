// Breadth-first search from vertices that are then taken out of the graph, as every cycle through them has
// been seen. What has one neighbour left lies on no cycle and is taken out too. Once no vertex has three
// neighbours, only separate cycles are left. A search goes no deeper than a shorter cycle than the best could
// close.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace {

class Graph {
 public:
  Graph(std::uint32_t n, const std::vector<std::vector<int>>& edges)
      : begin_(n + 1), end_(n), level_(n), queue_(n) {
    for (const auto& edge : edges) {
      ++begin_[static_cast<std::uint32_t>(edge[0])];
      ++begin_[static_cast<std::uint32_t>(edge[1])];
    }
    std::uint32_t sum = 0;
    for (std::uint32_t v = 0; v <= n; ++v) {
      const std::uint32_t degree = begin_[v];
      begin_[v] = sum;
      if (v < n) end_[v] = sum;
      sum += degree;
    }
    neighbours_.resize(sum);
    for (const auto& edge : edges) {
      const auto u = static_cast<std::uint32_t>(edge[0]);
      const auto v = static_cast<std::uint32_t>(edge[1]);
      neighbours_[end_[u]++] = v;
      neighbours_[end_[v]++] = u;
    }
  }

  std::uint32_t degree(std::uint32_t v) const { return end_[v] - begin_[v]; }

  // Takes v out, and all that then has one neighbour.
  void take_out(std::uint32_t v) {
    std::uint32_t waiting = 1;
    queue_[0] = v;
    while (waiting != 0) {
      const std::uint32_t u = queue_[--waiting];
      for (std::uint32_t at = begin_[u]; at != end_[u]; ++at) {
        const std::uint32_t w = neighbours_[at];
        std::uint32_t entry = begin_[w];
        while (neighbours_[entry] != u) ++entry;
        neighbours_[entry] = neighbours_[--end_[w]];
        if (degree(w) == 1) queue_[waiting++] = w;
      }
      end_[u] = begin_[u];
    }
  }

  // The length of a shortest cycle through `start`, or of a shorter one that the search meets, if it is less
  // than best; otherwise best.
  std::uint32_t search(std::uint32_t start, std::uint32_t best) {
    // level_[v] is base + distance if this search has reached v, and less than base if it has not.
    const std::uint32_t base = next_base_;
    std::uint32_t* const level = level_.data();
    const std::uint32_t* const neighbours = neighbours_.data();
    std::uint32_t* const queue = queue_.data();
    level[start] = base;
    queue[0] = start;
    std::uint32_t head = 0, tail = 1, distance = 0;
    for (; 2 * distance + 2 < best && head != tail; ++distance) {
      // A vertex of this level has one neighbour in the level before: two would have closed a cycle there.
      const std::uint32_t here = base + distance;
      bool even = false;
      for (const std::uint32_t level_end = tail; head != level_end; ++head) {
        const std::uint32_t u = queue[head];
        const std::uint32_t* const last = neighbours + end_[u];
        for (const std::uint32_t* at = neighbours + begin_[u]; at != last; ++at) {
          const std::uint32_t v = *at;
          if (level[v] < base) {
            level[v] = here + 1;
            queue[tail++] = v;
          } else if (level[v] >= here) {
            if (level[v] == here) {
              next_base_ = here + 2;
              return 2 * distance + 1;
            }
            even = true;
          }
        }
      }
      if (even) {
        next_base_ = here + 2;
        return 2 * distance + 2;
      }
    }
    next_base_ = base + distance + 1;
    if (2 * distance + 1 < best) {  // only an edge within this level could close a cycle that is short enough
      const std::uint32_t here = base + distance;
      for (; head != tail; ++head) {
        const std::uint32_t u = queue[head];
        const std::uint32_t* const last = neighbours + end_[u];
        for (const std::uint32_t* at = neighbours + begin_[u]; at != last; ++at) {
          if (level[*at] == here) return 2 * distance + 1;
        }
      }
    }
    return best;
  }

  // All vertices have no or two neighbours, that of v are two: the length of its cycle, which is taken out.
  std::uint32_t take_out_cycle(std::uint32_t v) {
    std::uint32_t length = 0;
    for (std::uint32_t from = v, at = v;;) {
      const std::uint32_t first = neighbours_[begin_[at]];
      const std::uint32_t next = first != from || length == 0 ? first : neighbours_[begin_[at] + 1];
      end_[at] = begin_[at];
      ++length;
      if (next == v) return length;
      from = at;
      at = next;
    }
  }

 private:
  std::vector<std::uint32_t> begin_, end_, neighbours_;
  std::vector<std::uint32_t> level_, queue_;
  std::uint32_t next_base_ = 1;
};

}  // namespace

std::optional<int> shortest_cycle(int vertices, const std::vector<std::vector<int>>& edges) {
  const auto n = static_cast<std::uint32_t>(vertices);
  Graph graph(n, edges);
  for (std::uint32_t v = 0; v < n; ++v) {
    if (graph.degree(v) == 1) graph.take_out(v);
  }
  constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t best = kNone;
  for (std::uint32_t v = 0; v < n && best > 3; ++v) {
    if (graph.degree(v) < 3) continue;
    best = graph.search(v, best);
    graph.take_out(v);
  }
  for (std::uint32_t v = 0; v < n && best > 3; ++v) {
    if (graph.degree(v) == 2) best = std::min(best, graph.take_out_cycle(v));
  }
  if (best == kNone) return std::nullopt;
  return static_cast<int>(best);
}
