#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/suite_choice.h"

namespace effk::cli {
namespace {

std::string languages_of(const suite::Problem& problem) {
  std::string names;
  const auto files = suite::solution_files(problem);
  if (!files) return "none";
  for (const suite::SolutionFile& file : *files) {
    if (file.is_reference())
      names += (names.empty() ? "" : " ") + std::string(suite::to_string(file.language));
  }
  return names;
}

}  // namespace

Result<int> list(const ListArguments& arguments) {
  const auto suite = open_suite(arguments.suite);
  if (!suite) return tl::unexpected(suite.error());
  if (arguments.json) {
    nlohmann::ordered_json json = {{"schema", 1}, {"suite", suite->name}, {"digest", suite->digest}};
    for (const suite::Problem& problem : suite->problems) {
      json["problems"].push_back(
          {{"id", problem.id},
           {"title", problem.title},
           {"challenge", problem.challenge == suite::Challenge::algorithm ? "algorithm" : "implementation"},
           {"tags", problem.tags},
           {"languages", languages_of(problem)}});
    }
    fmt::print("{}\n", json.dump(2));
    return 0;
  }
  std::size_t widest = 0;
  for (const suite::Problem& problem : suite->problems) widest = std::max(widest, problem.id.size());
  for (const suite::Problem& problem : suite->problems) {
    fmt::print("{:<{}}  {:<14}  {:<10}  {}\n", problem.id, widest,
               problem.challenge == suite::Challenge::algorithm ? "algorithm" : "implementation",
               languages_of(problem), problem.title);
  }
  return 0;
}

}  // namespace effk::cli
