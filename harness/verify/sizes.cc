#include "harness/verify/sizes.h"

#include <fmt/format.h>

#include <algorithm>

namespace effk::verify {
namespace {

constexpr double kMillion = 1e6;
constexpr double kLargestSum = 500 * kMillion;
constexpr double kLargestShareTakenOff = 0.02;

struct Bounds {
  double every_level;    // of each case at a scoring level
  double largest_level;  // of each case at the largest
};

Bounds bounds_of(suite::Language language) {
  return language == suite::Language::cpp ? Bounds{2 * kMillion, 20 * kMillion}
                                          : Bounds{10 * kMillion, 60 * kMillion};
}

struct LevelCost {
  double smallest = 0;
  double largest = 0;
};

std::vector<LevelCost> costs_by_level(const session::Standard& standard) {
  std::vector<LevelCost> levels(standard.problem().levels.size());
  for (const record::ReferenceCase& one : standard.record().cases) {
    LevelCost& level = levels[static_cast<std::size_t>(one.level)];
    const auto cost = static_cast<double>(one.cost.value);
    level.smallest = level.smallest == 0 ? cost : std::min(level.smallest, cost);
    level.largest = std::max(level.largest, cost);
  }
  return levels;
}

}  // namespace

std::vector<SizePromise> size_promises(const suite::Suite& suite, const session::Standard& standard) {
  const std::string language(suite::to_string(standard.language()));
  const Bounds bounds = bounds_of(standard.language());
  const std::vector<LevelCost> levels = costs_by_level(standard);
  std::vector<SizePromise> promises;

  bool grows = true;
  bool large_enough = true;
  std::string text;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    grows = grows && levels[i].largest > levels[i - 1].largest;
    const bool last = i + 1 == levels.size();
    large_enough = large_enough && levels[i].smallest >= (last ? bounds.largest_level : bounds.every_level);
    text += fmt::format("{}level {}: {:.1f} to {:.1f} M", text.empty() ? "" : ", ", i,
                        levels[i].smallest / kMillion, levels[i].largest / kMillion);
  }
  promises.push_back({fmt::format("the {} reference's cost grows with the level", language), grows, text});
  promises.push_back({fmt::format("cases in {} cost at least {} M, at the largest level {} M", language,
                                  bounds.every_level / kMillion, bounds.largest_level / kMillion),
                      large_enough, text});

  double sum = 0;
  double worst_share = 0;
  const double load =
      suite.load == suite::LoadPolicy::free ? 0 : static_cast<double>(standard.record().load.value);
  for (const record::ReferenceCase& one : standard.record().cases) {
    sum += static_cast<double>(one.cost.value);
    if (one.level == 0) continue;
    const double taken_off = static_cast<double>(one.frame) + load;
    worst_share = std::max(worst_share, taken_off / static_cast<double>(one.cost.value));
  }
  promises.push_back(
      {fmt::format("all cases in {} cost at most {} M together", language, kLargestSum / kMillion),
       sum <= kLargestSum, fmt::format("{:.1f} M", sum / kMillion)});
  promises.push_back(
      {fmt::format("frame and load in {} are at most {}% of the cost", language, 100 * kLargestShareTakenOff),
       worst_share <= kLargestShareTakenOff, fmt::format("{:.3f}%", 100 * worst_share)});
  return promises;
}

}  // namespace effk::verify
