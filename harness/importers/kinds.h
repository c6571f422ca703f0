// harness/importers/kinds.h -- whose problem files can be turned into a suite.
//
// A reader turns files into plain structs and writes nothing; see suite_writer.h for that.
//
//   Errors   bad_input, naming file and place; usage, if the wrong number of files was given.
//   Threads  no shared state.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/importers/suite_writer.h"

namespace effk::importers {

struct Import {
  SuiteFiles suite;
  // What was left out or changed on the way, a sentence each, naming the problem.
  std::vector<std::string> findings;
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
