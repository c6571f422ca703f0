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
  // What becomes of samples that are wrong, crash, run over budget or are missing; empty where the formula
  // does not meet samples.
  std::string_view failures = {};
};

inline constexpr Definition kEffAtK{
    "eff@k/enamel-2025", "expected best efficiency score among k samples, mean over the selected problems",
    "arXiv 2406.06647",
    "a wrong or failed sample scores 0, one over budget 0 from that level on; a missing problem counts 0"};

inline constexpr Definition kPassAtK{
    "pass@k/humaneval-2021",
    "probability that one of k samples is right, 1 - C(n-c,k)/C(n,k), mean over the selected problems",
    "arXiv 2107.03374",
    "a wrong or failed sample does not pass, one over budget above level 0 does; a missing problem counts 0"};

inline constexpr Definition kEfficientAtK{
    "efficient@k/coffe-2025",
    "probability that one of k samples is right and strictly cheaper than the reference, summed over the "
    "stress cases; mean over the selected problems",
    "arXiv 2502.02827",
    "a wrong or failed sample and one over budget are not efficient; a missing problem counts 0"};

inline constexpr Definition kCoffeSpeedup{
    "speedup/coffe-2025",
    "sum of the reference's costs over sum of the samples' costs, over the problems with a right sample; of "
    "several right samples of a problem the mean",
    "JohnnyPeng18/Coffe:coffe/evaluator.py",
    "wrong or failed samples and those over budget are left out on both sides, and counted"};

inline constexpr Definition kDps{
    "dps/evalperf-2024",
    "percentage of reference solutions, weighted by how many solutions each stands for, that a right sample "
    "matches or beats; mean over right samples, then over the problems that have one",
    "arXiv 2408.06450",
    "a wrong or failed sample is left out, a right one over budget scores 0; a problem without enough right "
    "samples is left out, and counted"};

inline constexpr Definition kDpsNorm{
    "dps-norm/evalperf-2024",
    "place on the ladder of reference solutions that a right sample reaches, percent of the number of rungs; "
    "mean over right samples, then over the problems that have one",
    "arXiv 2408.06450", kDps.failures};

inline constexpr Definition kBeyond{
    "beyond/mercury-2024",
    "(dearest - t)/(dearest - cheapest) of the reference solutions, t clipped to that range; mean over all "
    "samples, then over the problems",
    "arXiv 2402.07844", "a wrong or failed sample and one over budget score 0; a missing problem counts 0"};

inline constexpr Definition kBeyondFirstK{
    "beyond-first-k/mercury-2024", "as beyond/mercury-2024, mean over the first k samples in their order",
    "arXiv 2402.07844; bigcode-project/bigcode-evaluation-harness:bigcode_eval/tasks/custom_metrics/"
    "beyond_eval.py",
    kBeyond.failures};

inline constexpr Definition kNormalizedMean{
    "normalized-mean-of-ratios/effibench-2024",
    "mean over problems of the sample's cost over the reference's, of several right samples of a problem the "
    "mean; lower is better",
    "arXiv 2402.02037",
    "wrong or failed samples and those over budget are left out, and counted: a value over few problems "
    "flatters"};

inline constexpr Definition kNormalizedSum{
    "normalized-ratio-of-sums/effibench-2024",
    "sum of the samples' costs over sum of the reference's, of several right samples of a problem the mean; "
    "lower is better",
    "huangd1999/EffiBench:src/report_overhead.py", kNormalizedMean.failures};

inline constexpr Definition kPieSpeedup{
    "speedup@k/pie-2024",
    "max(1, old/new) of the cheapest right one of k samples, expected over all choices of k; mean over "
    "problems",
    "arXiv 2302.07867",
    "wrong or failed samples, those over budget and those that are slower than the old program count 1: the "
    "mean cannot be below 1; a missing problem counts 1"};

inline constexpr Definition kPieOptimized{
    "opt@k/pie-2024",
    "probability that one of k samples is right and at least 1.1 times as fast as the old program",
    "arXiv 2302.07867",
    "wrong or failed samples and those over budget are not optimized; a missing problem counts 0"};

inline constexpr Definition kPieCorrect{
    "correct@k/pie-2024", "probability that one of k samples is right on every case", "arXiv 2302.07867",
    "wrong or failed samples and, unlike in pass@k, those over budget are not correct; a missing problem "
    "counts 0"};

inline constexpr Definition kPieSpeedupFirstK{
    "speedup-first-k/pie-2024", "as speedup@k/pie-2024, of the first k samples in their order",
    "arXiv 2302.07867; LearningOpt/pie:gem5/gem5_eval.py", kPieSpeedup.failures};

inline constexpr Definition kPieOptimizedFirstK{
    "opt-first-k/pie-2024", "as opt@k/pie-2024, of the first k samples in their order",
    "arXiv 2302.07867; LearningOpt/pie:gem5/gem5_eval.py", kPieOptimized.failures};

inline constexpr Definition kPieCorrectFirstK{
    "correct-first-k/pie-2024", "as correct@k/pie-2024, of the first k samples in their order",
    "arXiv 2302.07867; LearningOpt/pie:gem5/gem5_eval.py", kPieCorrect.failures};

inline constexpr Definition kNAtK{
    "n@k/alphacode-2022",
    "probability that one of n submissions is right, taken at random among those of k samples that pass the "
    "public tests; mean over the selected problems",
    "arXiv 2203.07814",
    "a sample that fails a public test, which is here any case of level 0, is never submitted; one that "
    "fails "
    "otherwise or runs over budget solves nothing; a missing problem counts 0"};

inline constexpr Definition kSampleScore{
    "score/enamel-2025",
    "sum of h*max(0,T-t)/(T-t*) over sum of h, T = alpha times the reference's dearest case; 0 if wrong, "
    "censored levels and later ones 0",
    "arXiv 2406.06647", "a wrong or failed sample scores 0, one over budget 0 from that level on"};

inline constexpr Definition kPerformanceProfile{
    "profile/dolan-more-2002",
    "share of samples that are right and cost at most a factor of the reference's cost, summed over the "
    "stress cases; mean over the selected problems",
    "Dolan and More 2002, section 2; arXiv cs/0102001",
    "a wrong or failed sample and one over budget are within no factor; a missing problem counts 0"};

inline constexpr Definition kInterval{"interval/bootstrap-percentile-1993",
                                      "percentile bootstrap of the mean, resampling whole problems",
                                      "Efron and Tibshirani 1993, chapter 13"};

inline constexpr Definition kRatioInterval{
    "ratio-interval/bootstrap-percentile-1993",
    "percentile bootstrap of a ratio of sums, resampling whole problems with both of their numbers",
    "Efron and Tibshirani 1993, chapter 13"};

inline constexpr Definition kPairedTest{"paired/sign-flip-1935",
                                        "two-sided sign-flip permutation test on per-problem differences",
                                        "Fisher 1935, section 21; Phipson and Smyth 2010"};

inline constexpr Definition kHolm{"adjusted/holm-1979", "step-down adjustment for several comparisons",
                                  "Holm 1979"};

inline constexpr Definition kHodgesLehmann{
    "location/hodges-lehmann-1963", "median of the means of all pairs of repetitions, self pairs included",
    "Hodges and Lehmann 1963"};

inline constexpr std::array kDefinitions{
    kEffAtK,           kPassAtK,      kEfficientAtK, kCoffeSpeedup,       kDps,
    kDpsNorm,          kBeyond,       kBeyondFirstK, kNormalizedMean,     kNormalizedSum,
    kPieSpeedup,       kPieOptimized, kPieCorrect,   kPieSpeedupFirstK,   kPieOptimizedFirstK,
    kPieCorrectFirstK, kNAtK,         kSampleScore,  kPerformanceProfile, kInterval,
    kRatioInterval,    kPairedTest,   kHolm,         kHodgesLehmann};

}  // namespace effk::metrics
