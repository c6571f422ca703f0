// Runs small enough to know by heart: every problem has a reference of 1 M at level 1 and of 2 M at each of
// the two cases of level 2, so that T is 4 M.
#pragma once

#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "harness/gate/compare_runs.h"
#include "harness/record/record.h"

namespace effk::gate {

inline constexpr std::uint64_t kMillion = 1'000'000;

inline record::CaseRecord answer(int level, int number, std::uint64_t cost, std::uint64_t spread = 0) {
  record::CaseRecord one;
  one.level = level;
  one.number = number;
  one.total = {cost};
  one.cost = Cost{cost};
  one.spread = {spread};
  return one;
}

inline record::SampleRecord named(const std::string& problem, const std::string& name,
                                  std::vector<record::CaseRecord> cases) {
  record::SampleRecord one;
  one.model = "m";
  one.problem = problem;
  one.language = "cpp";
  one.sample = name;
  one.code = "code";
  one.cases = std::move(cases);
  if (!one.cases.empty()) one.verdict = one.cases.back().verdict;
  return one;
}

// Right everywhere, at these costs.
inline record::SampleRecord right(const std::string& problem, const std::string& name,
                                  std::uint64_t level_1 = kMillion, std::uint64_t level_2 = 2 * kMillion,
                                  std::uint64_t spread = 0) {
  return named(problem, name,
               {answer(0, 0, 1000), answer(1, 0, level_1, spread), answer(2, 0, level_2, spread),
                answer(2, 1, level_2, spread)});
}

// Ends so at the first case of `level`.
inline record::SampleRecord ended(const std::string& problem, const std::string& name,
                                  record::Verdict verdict, int level = 0) {
  record::SampleRecord one = right(problem, name);
  while (one.cases.back().level > level || one.cases.back().number > 0) one.cases.pop_back();
  one.cases.back().verdict = verdict;
  one.cases.back().cost.reset();
  one.verdict = verdict;
  return one;
}

inline record::RunRecord run_of(const std::vector<std::string>& problems,
                                std::vector<record::SampleRecord> samples) {
  record::RunRecord run;
  run.complete = true;
  run.environment = {{"instrument", "icount"},
                     {"suite", "tiny"},
                     {"compiler", "g++ 12"},
                     {"libc", "2.36"},
                     {"compiler.digest", "d"}};
  for (const std::string& id : problems) {
    record::ProblemRecord& problem = run.problems.emplace_back();
    problem.problem = id;
    problem.levels = {{0, 1}, {3, 1}, {4, 2}};
    problem.digest = "digest of " + id;
    record::ReferenceRecord reference;
    reference.problem = id;
    reference.language = "cpp";
    reference.cases = {{0, 0, {1000}, 0, {}},
                       {1, 0, {kMillion}, 0, {}},
                       {2, 0, {2 * kMillion}, 0, {}},
                       {2, 1, {2 * kMillion}, 0, {}}};
    run.references.push_back(std::move(reference));
  }
  run.samples = std::move(samples);
  return run;
}

inline RunComparison compared(const record::RunRecord& baseline, const record::RunRecord& run,
                              const CompareOptions& options = {}) {
  auto comparison = compare_runs(baseline, run, options);
  if (!comparison) throw std::runtime_error(error_text(comparison.error()));
  return std::move(*comparison);
}

// Of one sample on each side.
inline Comparison pair_of(const record::SampleRecord& before, const record::SampleRecord& after,
                          const Limits& limits = {}, const std::string& instrument = "icount") {
  record::RunRecord baseline = run_of({"p"}, {before});
  record::RunRecord run = run_of({"p"}, {after});
  for (auto* one : {&baseline, &run}) {
    one->environment["instrument"] = instrument;
    if (instrument != "time") continue;
    one->environment["cost"] = "time";
    one->environment["repetitions"] = "6";
  }
  return compared(baseline, run, {.limits = limits}).samples.at(0);
}

}  // namespace effk::gate
