// metrics/definition.h -- names for the formulas, so that every printed number can say which one made it.
//
// Published tools use one name for several formulas. An id here is "name/origin-year" and stands for exactly
// one; if a formula changes its results, it gets a new id and the old id is never used again.
//
//   Errors   none.
//   Threads  constants.
#pragma once

#include <array>
#include <string_view>

namespace effk::metrics {

struct Definition {
  std::string_view id;
  std::string_view summary;
  std::string_view source;
};

inline constexpr Definition kEffAtK{
    "eff@k/enamel-2025", "expected best efficiency score among k samples, mean over the selected problems",
    "arXiv 2406.06647"};

inline constexpr Definition kPassAtK{
    "pass@k/humaneval-2021",
    "probability that one of k samples is right, 1 - C(n-c,k)/C(n,k), mean over the selected problems",
    "arXiv 2107.03374"};

inline constexpr Definition kEfficientAtK{
    "efficient@k/coffe-2025",
    "probability that one of k samples is right and strictly cheaper than the reference, summed over the "
    "stress cases; mean over the selected problems",
    "arXiv 2502.02827"};

inline constexpr Definition kSampleScore{
    "score/enamel-2025",
    "sum of h*max(0,T-t)/(T-t*) over sum of h, T = alpha times the reference's dearest case; 0 if wrong, "
    "censored levels and later ones 0",
    "arXiv 2406.06647"};

inline constexpr Definition kInterval{"interval/bootstrap-percentile-1993",
                                      "percentile bootstrap of the mean, resampling whole problems",
                                      "Efron and Tibshirani 1993, chapter 13"};

inline constexpr Definition kPairedTest{"paired/sign-flip-1935",
                                        "two-sided sign-flip permutation test on per-problem differences",
                                        "Fisher 1935, section 21; Phipson and Smyth 2010"};

inline constexpr Definition kHolm{"adjusted/holm-1979", "step-down adjustment for several comparisons",
                                  "Holm 1979"};

inline constexpr Definition kHodgesLehmann{
    "location/hodges-lehmann-1963", "median of the means of all pairs of repetitions, self pairs included",
    "Hodges and Lehmann 1963"};

inline constexpr std::array kDefinitions{kEffAtK,   kPassAtK,    kEfficientAtK, kSampleScore,
                                         kInterval, kPairedTest, kHolm,         kHodgesLehmann};

}  // namespace effk::metrics
