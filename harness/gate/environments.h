// harness/gate/environments.h -- whether a run may be held against a baseline, given what a user accepts.
//
// What differs and matters is said by record/conditions.h; problems of one name and other content differ in
// "suite".
//
//   Errors   bad_input, naming every difference that was not accepted; usage for a word that names nothing.
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/record.h"

namespace effk::gate {

struct Meeting {
  std::vector<std::string> accepted;  // differences that matter, as sentences
  std::vector<std::string> notes;     // those that hardly do
};

// `across` are keys of an environment, or what they begin with: "compiler" stands for compiler.digest too. An
// empty one stands for all but "cost": times and counts never meet.
Result<Meeting> meet(const record::RunRecord& baseline, const record::RunRecord& run,
                     const std::vector<std::string>& across);

inline constexpr const char* kEverything = "";

}  // namespace effk::gate
