// A run small enough to know by heart, and with something of everything.
#pragma once

#include <string>

#include "harness/record/record.h"

namespace effk::report {

inline record::CaseRecord answered(int level, int number, std::uint64_t cost) {
  record::CaseRecord one;
  one.level = level;
  one.number = number;
  one.total = {cost + 1000};
  one.cost = Instructions{cost};
  return one;
}

inline record::CaseRecord ended(int level, int number, record::Verdict verdict, std::string detail = {}) {
  record::CaseRecord one;
  one.level = level;
  one.number = number;
  one.verdict = verdict;
  one.total = {123456};
  one.detail = std::move(detail);
  return one;
}

inline record::SampleRecord sample(std::string model, std::string problem, std::string name,
                                   std::vector<record::CaseRecord> cases) {
  record::SampleRecord one;
  one.model = std::move(model);
  one.problem = std::move(problem);
  one.language = "cpp";
  one.sample = std::move(name);
  one.code = "int f() {\n\treturn 1;\n}\n";
  one.extraction = "fence";
  one.load = Instructions{60'000};
  one.cases = std::move(cases);
  if (!one.cases.empty()) one.verdict = one.cases.back().verdict;
  return one;
}

// Two problems with levels of weight 0, 3, 3, 4 and one case each; the reference costs 1, 10, 10 and 20
// million, so that T is 40 million at alpha 2.
inline record::RunRecord example_run() {
  using record::Verdict;
  record::RunRecord run;
  run.complete = true;
  run.environment = {{"suite", "tiny"},
                     {"suite.digest", "0123456789abcdef0123"},
                     {"instrument", "icount"},
                     {"instrument.version", "1.0"},
                     {"effk", "0.1.0"},
                     {"cpu", "a CPU"},
                     {"seed", "1"},
                     {"instrument.unprotected", "nothing that is known"}};
  for (const char* id : {"alpha_sum", "beta_walk"}) {
    run.problems.push_back({id, "algorithm", {"sums"}, {{0, 1}, {3, 1}, {3, 1}, {4, 1}}, "d"});
    record::ReferenceRecord reference;
    reference.problem = id;
    reference.language = "cpp";
    reference.load = {50'000};
    reference.allowance = {200'000};
    int level = 0;
    for (const std::uint64_t cost : {1'000'000u, 10'000'000u, 10'000'000u, 20'000'000u})
      reference.cases.push_back({level++, 0, {cost}, {1000}, {10}});
    run.references.push_back(reference);
  }
  run.problems[1].challenge = "implementation";
  const auto good = [] {
    return std::vector{answered(0, 0, 1'000'000), answered(1, 0, 10'000'000), answered(2, 0, 10'000'000),
                       answered(3, 0, 20'000'000)};
  };
  const auto slow = [] {
    return std::vector{answered(0, 0, 1'000'000), answered(1, 0, 25'000'000),
                       ended(2, 0, record::Verdict::budget_exceeded)};
  };
  run.samples = {
      sample("good", "alpha_sum", "0", good()),
      sample("good", "alpha_sum", "1", slow()),
      sample("good", "beta_walk", "0", good()),
      sample("good", "beta_walk", "1",
             {answered(0, 0, 1'000'000), ended(1, 0, Verdict::runtime_error, "std::out_of_range")}),
      sample("slow", "alpha_sum", "0", slow()),
      sample("slow", "alpha_sum", "1", slow()),
  };
  run.samples[3].detail = "level 1, case 0: std::out_of_range";
  run.samples[1].detail = "level 2, case 0: over budget";
  return run;
}

// The same as if it had been timed.
inline record::RunRecord timed_run() {
  record::RunRecord run = example_run();
  run.environment["instrument"] = "time";
  run.environment["cost"] = "time";
  run.environment["repetitions"] = "6";
  return run;
}

}  // namespace effk::report
