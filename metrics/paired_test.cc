#include "metrics/paired_test.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include "metrics/scaling.h"
#include "metrics/split_mix.h"

namespace effk::metrics {
namespace {

constexpr std::size_t kMostEnumerated = 20;
constexpr double kTieSlack = 1e-9;  // relative to the sum of absolute differences

// How many sign patterns of sizes[next..] bring |sum| to the threshold. Depth first, so that each sum has at
// most 20 roundings; walking a Gray code would pile up a million.
std::int64_t count_extreme(const std::vector<double>& sizes, std::size_t next, double sum, double threshold) {
  if (next == sizes.size()) return std::fabs(sum) >= threshold ? 1 : 0;
  return count_extreme(sizes, next + 1, sum + sizes[next], threshold) +
         count_extreme(sizes, next + 1, sum - sizes[next], threshold);
}

// Sums of randomly signed sizes, eight sizes a table: looking up the sum of a byte of signs takes a thirtieth
// of the time of eight additions that each wait for a sign.
class RandomSums {
 public:
  RandomSums(const std::vector<double>& sizes, std::uint64_t seed) : random_(seed) {
    tables_.resize((sizes.size() + kBits - 1) / kBits);
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      for (std::size_t signs = 0; signs < kPatterns; ++signs) {
        tables_[i / kBits][signs] += (signs >> (i % kBits) & 1) != 0 ? sizes[i] : -sizes[i];
      }
    }
  }

  double next() {
    double sum = 0;
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      if (i % sizeof bits == 0) bits = random_.next();
      sum += tables_[i][bits % kPatterns];
      bits /= kPatterns;
    }
    return sum;
  }

 private:
  static constexpr std::size_t kBits = 8;
  static constexpr std::size_t kPatterns = 1 << kBits;
  std::vector<std::array<double, kPatterns>> tables_;
  SplitMix random_;
};

}  // namespace

SignFlipResult sign_flip_test(std::span<const double> differences, const SignFlipOptions& options) {
  check_finite("sign_flip_test", differences);
  if (options.draws < 1) {
    throw std::invalid_argument("sign_flip_test: draws is " + std::to_string(options.draws) +
                                ", and must be at least 1");
  }
  std::vector<double> scaled(differences.begin(), differences.end());
  scale_to_unit(scaled);  // p does not depend on the unit
  scaled.erase(std::remove(scaled.begin(), scaled.end(), 0.0), scaled.end());
  if (scaled.empty()) return {};

  double observed = 0;
  double total = 0;
  for (double& difference : scaled) {
    observed += difference;
    difference = std::fabs(difference);  // from here on only the size counts
    total += difference;
  }
  const double threshold = std::fabs(observed) - kTieSlack * total;

  if (scaled.size() <= kMostEnumerated) {
    // A pattern and its mirror image are equally extreme: the first sign may stay.
    const std::int64_t extreme = count_extreme(scaled, 1, scaled[0], threshold);
    return {std::ldexp(static_cast<double>(extreme), 1 - static_cast<int>(scaled.size())), true};
  }
  RandomSums sums(scaled, options.seed);
  std::int64_t hits = 0;
  for (std::int64_t draw = 0; draw < options.draws; ++draw) {
    if (std::fabs(sums.next()) >= threshold) ++hits;
  }
  return {static_cast<double>(1 + hits) / static_cast<double>(1 + options.draws), false};
}

}  // namespace effk::metrics
