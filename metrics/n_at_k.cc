#include "metrics/n_at_k.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "metrics/best_weights.h"
#include "metrics/double_double.h"

namespace effk::metrics {
namespace {

// Below this share of the likeliest term, and falling, all further terms together are below 2^-80 of the sum:
// they are at most 2^40, and each multiplies a solved() that grows no faster than its h.
constexpr double kNegligibleTerm = 0x1p-200;

void check_counts(const EligibleCount& count, std::int64_t n, std::int64_t k) {
  check_k("n_at_k", count.samples, k);
  if (n < 1 || n > k) {
    throw std::invalid_argument("n_at_k: n is " + std::to_string(n) +
                                ", and must lie between 1 and k, which is " + std::to_string(k));
  }
  if (count.right < 0 || count.right > count.eligible || count.eligible > count.samples) {
    throw std::invalid_argument("n_at_k: " + std::to_string(count.right) + " right of " +
                                std::to_string(count.eligible) + " eligible of " +
                                std::to_string(count.samples) + " samples");
  }
}

// solved[s] = pass@s of the eligible samples for s = 0..most, each a sum of terms >= 0: the one added is the
// probability that the s-th submission is the first right one.
std::vector<DoubleDouble> solved_by_submissions(const EligibleCount& count, std::int64_t most) {
  std::vector<DoubleDouble> solved(1);
  DoubleDouble all_wrong{1, 0};
  for (std::int64_t s = 0; s < most; ++s) {
    const auto left = static_cast<double>(count.eligible - s);
    const DoubleDouble now_right = divided_by(times(all_wrong, static_cast<double>(count.right)), left);
    solved.push_back(plus(solved.back(), now_right));
    const auto wrong_left = static_cast<double>(std::max<std::int64_t>(0, count.eligible - count.right - s));
    all_wrong = divided_by(times(all_wrong, wrong_left), left);
    // Further products would leave the range of DoubleDouble, and add nothing that shows.
    if (all_wrong.high < kNegligibleTerm) all_wrong = {};
  }
  return solved;
}

}  // namespace

double n_at_k(const EligibleCount& count, std::int64_t n, std::int64_t k) {
  check_counts(count, n, k);
  const std::int64_t rest = count.samples - count.eligible;
  const std::int64_t lowest = std::max<std::int64_t>(0, k - rest);
  const std::int64_t highest = std::min(k, count.eligible);
  const std::vector<DoubleDouble> solved = solved_by_submissions(count, std::min(n, highest));

  // The number h of eligible samples in the draw is hypergeometric. Walk from about its likeliest value to
  // both sides, in units of that term; the units cancel at the end, and no binomial is formed.
  const double likeliest = (static_cast<double>(k) + 1) * (static_cast<double>(count.eligible) + 1) /
                           (static_cast<double>(count.samples) + 2);
  const std::int64_t start = std::clamp(static_cast<std::int64_t>(likeliest), lowest, highest);
  DoubleDouble terms;
  DoubleDouble solved_terms;
  const auto add = [&](const DoubleDouble& term, std::int64_t h) {
    const DoubleDouble& p = solved[std::min(static_cast<std::size_t>(h), solved.size() - 1)];
    terms = plus(terms, term);
    solved_terms = plus(solved_terms, plus(times(term, p.high), times(term, p.low)));
  };
  const auto factor = [](std::int64_t i) { return static_cast<double>(i); };

  DoubleDouble term{1, 0};
  for (std::int64_t h = start; h <= highest && term.high >= kNegligibleTerm; ++h) {
    add(term, h);
    term = divided_by(times(times(term, factor(count.eligible - h)), factor(k - h)), factor(h + 1));
    term = divided_by(term, factor(rest - k + h + 1));
  }
  term = {1, 0};
  for (std::int64_t h = start; h > lowest; --h) {
    term = divided_by(times(times(term, factor(h)), factor(rest - k + h)), factor(count.eligible - h + 1));
    term = divided_by(term, factor(k - h + 1));
    if (term.high < kNegligibleTerm) break;
    add(term, h - 1);
  }
  return std::min(rounded(solved_terms) / rounded(terms), 1.0);
}

}  // namespace effk::metrics
