// harness/suite/suite.h -- how a suite looks on disk, and what a valid specification is.
//
//   Errors   bad_input, naming file and JSON pointer: "problems/x/problem.json: /levels/0/size is ...".
//   Threads  plain values.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/suite/problem.h"

namespace effk::suite {

enum class LoadPolicy { charged, free };

struct Suite {
  std::string name;
  std::filesystem::path root;
  LoadPolicy load = LoadPolicy::charged;
  // So many instructions more than the budget may a case of level 0 cost: where references are tiny, an
  // honest sample is easily above their double, and level 0 is to decide correctness.
  std::uint64_t correctness_slack = 0;
  std::vector<std::string> python_preload;  // modules such as numpy that the warm driver imports too
  std::vector<Problem> problems;            // sorted by id
  std::string digest;                       // of all problems

  // By id or alias.
  const Problem* find(std::string_view wanted) const;
};

// Reads ROOT/problems/suite.json and every ROOT/problems/<id>/. All faults of a problem are reported as the
// first one found.
Result<Suite> load_suite(const std::filesystem::path& root);

// The references and rivals of a problem in every language, sorted by (language, name).
Result<std::vector<SolutionFile>> solution_files(const Problem& problem);

// An unknown id is an error that suggests the nearest known one.
Result<const Problem*> find_problem(const Suite& suite, std::string_view id);

}  // namespace effk::suite
