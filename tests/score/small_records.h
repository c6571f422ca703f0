// Records of a few lines for these tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "harness/record/record.h"

namespace effk::score {

inline record::CaseRecord cost(int level, int number, std::uint64_t instructions,
                               record::Verdict verdict = record::Verdict::accepted) {
  record::CaseRecord one;
  one.level = level;
  one.number = number;
  one.cost = Instructions{instructions};
  one.verdict = verdict;
  return one;
}

inline record::CaseRecord stopped(int level, int number, record::Verdict verdict) {
  record::CaseRecord one;
  one.level = level;
  one.number = number;
  one.verdict = verdict;
  return one;
}

// As the session leaves it: the verdict is that of the last case.
inline record::SampleRecord sample(std::vector<record::CaseRecord> cases) {
  record::SampleRecord one;
  one.model = "m";
  one.problem = "p";
  one.language = "cpp";
  one.sample = "0";
  one.cases = std::move(cases);
  if (!one.cases.empty()) one.verdict = one.cases.back().verdict;
  return one;
}

// `costs[level][number]`.
inline record::ReferenceRecord reference(const std::vector<std::vector<std::uint64_t>>& costs) {
  record::ReferenceRecord one;
  one.problem = "p";
  one.language = "cpp";
  for (std::size_t level = 0; level < costs.size(); ++level) {
    for (std::size_t number = 0; number < costs[level].size(); ++number) {
      one.cases.push_back(
          {static_cast<int>(level), static_cast<int>(number), {costs[level][number]}, {}, {}});
    }
  }
  return one;
}

inline const std::vector<record::LevelRecord> kOneCaseALevel{{0, 1}, {3, 1}, {3, 1}, {4, 1}};

}  // namespace effk::score
