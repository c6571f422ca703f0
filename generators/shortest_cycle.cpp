// Cases of `shortest_cycle`. The graphs have no short cycle, so that searches go deep: random graphs of
// degree 3 and 4 grown edge by edge, of mixed degrees with trees hung on, and the incidences of points and
// lines of a projective plane. Vertices and edges are shuffled.
#include <algorithm>
#include <cmath>

#include "effk/generator.h"

namespace {

using Edges = std::vector<std::vector<std::int64_t>>;
using Arguments = std::tuple<std::int64_t, Edges>;

Arguments shuffled(effk::Random& random, std::int64_t n, Edges edges) {
  std::vector<std::int64_t> names(static_cast<std::size_t>(n));
  for (std::size_t v = 0; v < names.size(); ++v) names[v] = static_cast<std::int64_t>(v);
  random.shuffle(names);
  for (auto& edge : edges) {
    for (auto& v : edge) v = names[static_cast<std::size_t>(v)];
    if (random.between(0, 1) == 0) std::swap(edge[0], edge[1]);
  }
  random.shuffle(edges);
  return {n, edges};
}

// Joins random vertices that have fewer than wanted[v] neighbours, if that closes no cycle shorter than
// girth.
Edges grow(effk::Random& random, const std::vector<int>& wanted, int girth) {
  const std::size_t n = wanted.size();
  std::vector<std::vector<std::size_t>> around(n);
  std::vector<std::size_t> open, ball;
  std::vector<std::size_t> seen_by(n, n);
  Edges edges;
  for (std::size_t v = 0; v < n; ++v) open.push_back(v);
  for (std::size_t start = 0; start < n; ++start) {
    for (int failures = 0; around[start].size() < static_cast<std::size_t>(wanted[start]) && failures < 3;) {
      // What is nearer than girth - 1.
      ball.assign(1, start);
      std::size_t head = 0;
      seen_by[start] = start;
      for (int distance = 0; distance < girth - 2; ++distance) {
        for (const std::size_t end = ball.size(); head < end; ++head) {
          for (const std::size_t v : around[ball[head]]) {
            if (seen_by[v] == start) continue;
            seen_by[v] = start;
            ball.push_back(v);
          }
        }
      }
      std::size_t partner = n;
      for (int draw = 0; draw < 40 && partner == n && !open.empty(); ++draw) {
        const auto at =
            static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(open.size()) - 1));
        const std::size_t v = open[at];
        if (around[v].size() >= static_cast<std::size_t>(wanted[v])) {
          open[at] = open.back();
          open.pop_back();
        } else if (seen_by[v] != start) {
          partner = v;
        }
      }
      for (const std::size_t v : ball) seen_by[v] = n;
      if (partner == n) {
        ++failures;
        continue;
      }
      around[start].push_back(partner);
      around[partner].push_back(start);
      edges.push_back({static_cast<std::int64_t>(start), static_cast<std::int64_t>(partner)});
    }
  }
  return edges;
}

// Vertices: the points of the plane over the field of q elements, then its lines. Joined: a point and a line
// through it. The girth is 6.
Arguments plane(effk::Random& random, std::int64_t q, double kept) {
  std::vector<std::tuple<std::int64_t, std::int64_t, std::int64_t>> points;
  for (std::int64_t x = 0; x < q; ++x) {
    for (std::int64_t y = 0; y < q; ++y) points.emplace_back(1, x, y);
  }
  for (std::int64_t y = 0; y < q; ++y) points.emplace_back(0, 1, y);
  points.emplace_back(0, 0, 1);
  const auto count = static_cast<std::int64_t>(points.size());
  Edges edges;
  for (std::int64_t p = 0; p < count; ++p) {
    for (std::int64_t l = 0; l < count; ++l) {
      const auto& [a, b, c] = points[static_cast<std::size_t>(p)];
      const auto& [d, e, f] = points[static_cast<std::size_t>(l)];
      if ((a * d + b * e + c * f) % q == 0 && random.chance(kept)) edges.push_back({p, count + l});
    }
  }
  return shuffled(random, 2 * count, edges);
}

bool is_prime(std::int64_t q) {
  for (std::int64_t d = 2; d * d <= q; ++d) {
    if (q % d == 0) return false;
  }
  return true;
}

Edges ring(std::int64_t first, std::int64_t length) {
  Edges edges;
  for (std::int64_t i = 0; i < length; ++i) edges.push_back({first + i, first + (i + 1) % length});
  return edges;
}

Arguments corner(const effk::Case& c, effk::Random& random) {
  const auto size = c.size;
  switch (c.number) {
    case 0:
      return {1, {}};
    case 1:
      return {2, {{1, 0}}};
    case 2: {  // a tree
      Edges edges;
      for (std::int64_t v = 1; v < size; ++v) edges.push_back({v, random.between(0, v - 1)});
      return shuffled(random, size, edges);
    }
    case 3:
      return {size, ring(0, size)};
    case 4: {  // two cycles far from vertex 0, the shorter one last, and a path
      Edges edges = ring(3, 7);
      for (const auto& edge : ring(10, 5)) edges.push_back(edge);
      edges.push_back({0, 1});
      edges.push_back({1, 2});
      return {15, edges};
    }
    case 5: {  // a long cycle with a chord, and the short cycle far from vertex 0
      Edges edges = ring(0, 3 * size);
      edges.push_back({size, size + 3});
      return {3 * size, edges};
    }
    case 6: {  // all are joined
      Edges edges;
      for (std::int64_t u = 0; u < 6; ++u) {
        for (std::int64_t v = 0; v < u; ++v) edges.push_back({u, v});
      }
      return {6, edges};
    }
    case 7:
      return plane(random, 3, 1);
    case 8: {  // two long cycles joined by a path
      Edges edges = ring(0, size - 1);
      for (const auto& edge : ring(size, size)) edges.push_back(edge);
      edges.push_back({0, 2 * size});
      edges.push_back({2 * size, size});
      return shuffled(random, 2 * size + 1, edges);
    }
    default: {
      const std::vector<int> wanted(static_cast<std::size_t>(5 * size), 3);
      return shuffled(random, 5 * size, grow(random, wanted, 5));
    }
  }
}

Arguments generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return corner(c, random);

  int log = 0;  // of the size
  while ((c.size >> (log + 1)) != 0) ++log;
  switch (c.number % 4) {
    case 0: {
      const std::vector<int> wanted(static_cast<std::size_t>(c.size), 3);
      return shuffled(random, c.size, grow(random, wanted, log - 2));
    }
    case 1: {
      std::vector<int> wanted(static_cast<std::size_t>(c.size), 4);
      return shuffled(random, c.size, grow(random, wanted, log * 2 / 3));
    }
    case 2: {  // mixed degrees, and a tree vertex for each fourth vertex
      const auto n = c.size;
      std::vector<int> wanted(static_cast<std::size_t>(n));
      for (auto& degree : wanted) degree = static_cast<int>(random.between(2, 5));
      Edges edges = grow(random, wanted, log * 2 / 3);
      const auto hung = n / 4;
      for (std::int64_t v = n; v < n + hung; ++v) edges.push_back({v, random.between(0, v - 1)});
      return shuffled(random, n + hung, edges);
    }
    default: {
      // The work grows with the square of q^2 times the part of the incidences that is kept.
      const std::int64_t work = 10 * c.size;
      std::int64_t q = 3;
      while (q * q * q * q < work || !is_prime(q)) ++q;
      return plane(random, q, std::sqrt(static_cast<double>(work)) / static_cast<double>(q * q));
    }
  }
}

void valid(std::int64_t n, const Edges& edges) {
  effk::require(1 <= n && n <= 100'000, "n is from 1 to 100000");
  effk::require(edges.size() <= 150'000, "at most 150000 edges");
  std::vector<std::pair<std::int64_t, std::int64_t>> joined;
  for (const auto& edge : edges) {
    effk::require(edge.size() == 2, "an edge has two ends");
    for (const auto v : edge) effk::require(0 <= v && v < n, "the ends of an edge are vertices");
    effk::require(edge[0] != edge[1], "the ends of an edge differ");
    joined.emplace_back(std::min(edge[0], edge[1]), std::max(edge[0], edge[1]));
  }
  std::sort(joined.begin(), joined.end());
  effk::require(std::adjacent_find(joined.begin(), joined.end()) == joined.end(), "no edge occurs twice");
}

}  // namespace

EFFK_GENERATOR(generate, valid)
