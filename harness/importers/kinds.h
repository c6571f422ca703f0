// harness/importers/kinds.h -- whose problem files can be turned into a suite.
//
// A reader turns files into plain structs and writes nothing; see suite_writer.h for that.
//
//   Errors   bad_input, naming file and place; usage, if the wrong number of files was given.
//   Threads  no shared state.
#pragma once

#include <compare>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/importers/left_out.h"
#include "harness/importers/suite_writer.h"

namespace effk::importers {

// A case of a problem of a suite that was read.
struct CaseName {
  int level = 0;
  int number = 0;
  auto operator<=>(const CaseName&) const = default;
};

struct CaseFault {
  CaseName name;
  std::string reason;
};

// For benchmarks whose references and inputs nobody has proved: what is to be done when trying them shows
// that some cases cannot be measured. Takes the faults of one problem, sorted; returns the problem without
// those cases, or std::nullopt if nothing measurable is left; adds to `left_out` what it left out, in the
// benchmark's own words.
using Reduce = std::function<std::optional<ProblemFiles>(
    const ProblemFiles& problem, const std::vector<CaseFault>& faults, std::vector<LeftOut>& left_out)>;

struct Import {
  SuiteFiles suite;
  // What was left out or changed on the way, a sentence each, naming the problem.
  std::vector<std::string> findings;
  std::size_t listed = 0;         // problems in the files, taken over or not; 0: not counted
  std::vector<LeftOut> left_out;  // what could not be read
  Reduce reduce;                  // empty: the benchmark's references need no trial
};

struct Kind {
  std::string_view name;   // the word on the command line
  std::string_view wants;  // which files, for help and messages
  Result<Import> (*read)(const std::vector<std::filesystem::path>& files);
};

std::span<const Kind> kinds();

// nullptr, if there is none of this name.
const Kind* find_kind(std::string_view name);

}  // namespace effk::importers
