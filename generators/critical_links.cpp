// Parts in which each link lies on a ring, joined by up to 40 critical links or by pairs of links that look like
// one; stations are numbered at random. Long rings make searches deep.
#include "effk/generator.h"

#include <algorithm>

namespace {

using Links = std::vector<std::vector<std::int64_t>>;
using Pairs = std::vector<std::tuple<std::int64_t, std::int64_t>>;

constexpr std::size_t kMostCritical = 40;

class Network {
 public:
  Network(std::int64_t stations, effk::Random& random) : names_(static_cast<std::size_t>(stations)), random_(random) {
    for (std::size_t i = 0; i < names_.size(); ++i) names_[i] = static_cast<std::int64_t>(i);
    random_.shuffle(names_);
    links_.resize(names_.size());
  }

  void link(std::int64_t a, std::int64_t b) {
    std::int64_t v = names_[static_cast<std::size_t>(a)], w = names_[static_cast<std::size_t>(b)];
    if (random_.chance(0.5)) std::swap(v, w);
    links_[static_cast<std::size_t>(v)].push_back(w);
  }

  // Stations first..last: a ring, and more links between stations up to `far` apart.
  void part(std::int64_t first, std::int64_t last, std::int64_t more, std::int64_t far) {
    for (std::int64_t i = first; i < last; ++i) link(i, i + 1);
    if (last > first) link(last, first);  // two stations: a second link
    if (last - first < 2) return;
    for (std::int64_t i = 0; i < more; ++i) {
      const std::int64_t a = random_.between(first, last - 1);
      link(a, random_.between(a + 1, std::min(last, a + far)));
    }
  }

  Links take() {
    for (auto& row : links_) random_.shuffle(row);
    return std::move(links_);
  }

 private:
  std::vector<std::int64_t> names_;
  Links links_;
  effk::Random& random_;
};

// `parts` parts in a tree; each joins an earlier one by one link, by two, or not at all.
Links joined_parts(std::int64_t stations, std::int64_t parts, std::int64_t more_for_each_10, std::int64_t far,
                   effk::Random& random) {
  Network network(stations, random);
  std::size_t critical = 0;
  std::vector<std::int64_t> bounds = {0, stations};
  for (std::int64_t i = 1; i < parts; ++i) bounds.push_back(random.between(0, stations));
  std::sort(bounds.begin(), bounds.end());
  for (std::size_t i = 0; i + 1 < bounds.size(); ++i) {
    const std::int64_t first = bounds[i], last = bounds[i + 1] - 1;
    if (first > last) continue;
    network.part(first, last, (last - first) * more_for_each_10 / 10, far);
    if (first == 0 || random.chance(0.05)) continue;
    const std::int64_t from = random.between(first, last), to = random.between(0, first - 1);
    network.link(from, to);
    if (critical < kMostCritical && random.chance(0.6))
      ++critical;
    else if (random.chance(0.5))
      network.link(from, to);
    else
      network.link(random.between(first, last), to);
  }
  return network.take();
}

Links corner_case(const effk::Case& c, effk::Random& random) {
  switch (c.number) {
    case 0: return {{}};
    case 1: return {{1}, {}};
    case 2: return {{1}, {0}};  // two links
    case 3: return {{1, 2}, {2}, {3}, {}};
    case 4: return {{1}, {0, 2}, {}, {}, {3}};
    case 5: return {{}, {}, {}};
    case 6: return {{1}, {2}, {3}, {4}, {5}, {}};
    case 7: return {{1, 1, 1}, {2}, {3, 3}, {}};
    case 8: return {{}, {2}, {3}, {1}, {5}, {6}, {4, 1}};
    case 9: return {{1, 2, 3, 4, 5, 6}, {}, {}, {}, {}, {6}, {}};  // a star, two of its ends linked
    default: return joined_parts(random.between(1, c.size), random.between(1, 5), 3, c.size, random);
  }
}

std::tuple<Links> generate(const effk::Case& c) {
  effk::Random random(c);
  if (c.level == 0) return {corner_case(c, random)};
  const std::int64_t stations = c.size - random.between(0, c.size / 100);
  switch (c.number % 4) {
    case 0: return {joined_parts(stations, 40, 10, stations, random)};
    case 1: return {joined_parts(stations, 200, 10, stations, random)};
    case 2: return {joined_parts(stations, 30, 10, 6, random)};  // long and narrow
    default: return {joined_parts(stations, 60, 10, 300, random)};
  }
}

void valid(const Links& links) {
  const auto stations = static_cast<std::int64_t>(links.size());
  effk::require(1 <= stations && stations <= 200'000, "there are 1 to 200,000 stations");
  std::size_t count = 0;
  for (std::int64_t v = 0; v < stations; ++v) {
    for (std::int64_t w : links[static_cast<std::size_t>(v)]) {
      effk::require(0 <= w && w < stations, "a link leads to a station");
      effk::require(w != v, "a link joins two different stations");
      ++count;
    }
  }
  effk::require(count <= 400'000, "there are at most 400,000 links");
}

Pairs in_order(Pairs pairs) {
  for (auto& [v, w] : pairs)
    if (v > w) std::swap(v, w);
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

void check(const Links&, const Pairs& expected, const Pairs& found) {
  const Pairs wanted = in_order(expected), got = in_order(found);
  effk::require(wanted.size() <= kMostCritical, "no network given has more than 40 critical links");
  effk::require(std::adjacent_find(got.begin(), got.end()) == got.end(), "no link is named twice");
  effk::require(std::includes(wanted.begin(), wanted.end(), got.begin(), got.end()), "each link named is critical");
  effk::require(got.size() == wanted.size(), "all critical links are named");
}

}  // namespace

EFFK_GENERATOR_WITH_CHECK(generate, valid, check)
