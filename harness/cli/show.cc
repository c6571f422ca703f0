#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/suite_choice.h"

namespace effk::cli {
namespace {

// Those that the problem offers; all of them while it has no reference.
std::vector<suite::Language> languages_to_show(const suite::Problem& problem) {
  if (!problem.languages.empty()) return problem.languages;
  return {std::begin(suite::kLanguages), std::end(suite::kLanguages)};
}

nlohmann::ordered_json to_json(const suite::Problem& problem) {
  nlohmann::ordered_json json = {{"schema", 1},
                                 {"id", problem.id},
                                 {"title", problem.title},
                                 {"kind", suite::to_string(problem.kind)},
                                 {"statement", problem.statement},
                                 {"tags", problem.tags},
                                 {"digest", problem.digest}};
  if (problem.prompt) json["prompt"] = *problem.prompt;
  for (const suite::Language language : languages_to_show(problem))
    json[std::string(suite::to_string(language))] = problem.shown_signature(language);
  for (const suite::Level& level : problem.levels) {
    nlohmann::ordered_json size;
    for (const suite::Language language : languages_to_show(problem))
      size[std::string(suite::to_string(language))] = level.size.at(language);
    json["levels"].push_back({{"weight", level.weight}, {"cases", level.cases}, {"size", size}});
  }
  return json;
}

}  // namespace

Result<int> carry_out(const ShowArguments& arguments) {
  const auto suite = open_suite(arguments.suite);
  if (!suite) return tl::unexpected(suite.error());
  const auto found = suite::find_problem(*suite, arguments.problem);
  if (!found) return tl::unexpected(found.error());
  const suite::Problem& problem = **found;
  if (arguments.json) {
    fmt::print("{}\n", to_json(problem).dump(2));
    return 0;
  }
  fmt::print("{}\n\n", problem.statement);
  const std::vector<suite::Language> languages = languages_to_show(problem);
  for (const suite::Language language : languages) {
    fmt::print("{:<7} {}\n", suite::to_string(language), problem.shown_signature(language));
  }
  fmt::print("\nlevel  weight  cases");
  for (const suite::Language language : languages)
    fmt::print("  {:>11}", fmt::format("size {}", suite::to_string(language)));
  fmt::print("\n");
  for (std::size_t i = 0; i < problem.levels.size(); ++i) {
    const suite::Level& level = problem.levels[i];
    fmt::print("{:>5}  {:>6}  {:>5}", i, level.weight, level.cases);
    for (const suite::Language language : languages) fmt::print("  {:>11}", level.size.at(language));
    fmt::print("\n");
  }
  fmt::print("\ntags: {}\n", fmt::join(problem.tags, ", "));
  const auto files = suite::solution_files(problem);
  if (!files) return tl::unexpected(files.error());
  for (const suite::SolutionFile& file : *files) {
    fmt::print("{:<7} {}\n", suite::to_string(file.language),
               file.path.lexically_relative(suite->root).string());
  }
  return 0;
}

}  // namespace effk::cli
