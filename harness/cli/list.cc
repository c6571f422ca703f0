#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/suite_choice.h"

namespace effk::cli {
namespace {

std::string languages_of(const suite::Problem& problem) {
  std::string names;
  for (const suite::Language language : problem.languages)
    names += (names.empty() ? "" : " ") + std::string(suite::to_string(language));
  return names.empty() ? "none" : names;
}

}  // namespace

Result<int> carry_out(const ListArguments& arguments) {
  const auto suite = open_suite(arguments.suite);
  if (!suite) return tl::unexpected(suite.error());
  const auto ids = select_problems(*suite, arguments.problems);
  if (!ids) return tl::unexpected(ids.error());
  if (arguments.json) {
    nlohmann::ordered_json json = {{"schema", 1}, {"suite", suite->name}, {"digest", suite->digest}};
    for (const std::string& id : *ids) {
      const suite::Problem& problem = *suite->find(id);
      json["problems"].push_back(
          {{"id", problem.id},
           {"title", problem.title},
           {"challenge", problem.challenge == suite::Challenge::algorithm ? "algorithm" : "implementation"},
           {"tags", problem.tags},
           {"aliases", problem.aliases},
           {"selected", problem.selected},
           {"languages", languages_of(problem)}});
    }
    fmt::print("{}\n", json.dump(2));
    return 0;
  }
  std::size_t widest = 0;
  for (const std::string& id : *ids) widest = std::max(widest, id.size());
  for (const std::string& id : *ids) {
    const suite::Problem& problem = *suite->find(id);
    fmt::print("{:<{}}  {:<14}  {:<10}  {}\n", problem.id, widest,
               problem.challenge == suite::Challenge::algorithm ? "algorithm" : "implementation",
               languages_of(problem), problem.title);
  }
  if (const std::size_t others = suite->problems.size() - ids->size();
      arguments.problems.empty() && others > 0) {
    fmt::print(stderr, "{} more problems are taken only when they are named: --problems all\n", others);
  }
  return 0;
}

}  // namespace effk::cli
