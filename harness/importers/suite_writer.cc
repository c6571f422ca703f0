#include "harness/importers/suite_writer.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "harness/value/type.h"

namespace effk::importers {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string_view checker_name(suite::Checker checker) {
  switch (checker) {
    case suite::Checker::equality:
      return "equality";
    case suite::Checker::python_equality:
      return "python_equality";
    case suite::Checker::generator:
      break;
  }
  return "generator";
}

Json levels_json(const suite::Problem& problem) {
  Json levels = Json::array();
  for (const suite::Level& level : problem.levels) {
    Json size;
    bool is_shared = true;
    for (const auto& [language, own] : level.size) {
      is_shared = is_shared && own == level.size.begin()->second;
      size[std::string(suite::to_string(language))] = own;
    }
    if (is_shared && !level.size.empty()) size = level.size.begin()->second;
    levels.push_back({{"weight", level.weight}, {"cases", level.cases}, {"size", std::move(size)}});
  }
  return levels;
}

Json signature_json(const suite::Signature& signature) {
  Json parameters = Json::array();
  for (const suite::Parameter& parameter : signature.parameters)
    parameters.push_back({{"name", parameter.name}, {"type", value::to_string(parameter.type)}});
  return {{"name", signature.entry_point},
          {"parameters", std::move(parameters)},
          {"result", value::to_string(signature.result)}};
}

// The members of problem.json; those that have their default are left out.
Json problem_json(const suite::Problem& problem) {
  const suite::Problem defaults;
  Json json = {{"schema", 1}, {"title", problem.title}, {"kind", suite::to_string(problem.kind)}};
  json["challenge"] = problem.challenge == suite::Challenge::algorithm ? "algorithm" : "implementation";
  if (!problem.aliases.empty()) json["aliases"] = problem.aliases;
  if (!problem.tags.empty()) json["tags"] = problem.tags;
  if (!problem.selected) json["selected"] = false;
  if (problem.kind == suite::Kind::function) json["signature"] = signature_json(problem.signature);
  json["levels"] = levels_json(problem);
  if (problem.tolerance != defaults.tolerance)
    json["tolerance"] = {{"absolute", problem.tolerance.absolute}, {"relative", problem.tolerance.relative}};
  json["checker"] = checker_name(problem.checker);
  if (problem.slow_below != defaults.slow_below) json["slow_below"] = problem.slow_below;
  json["limits"] = {{"memory_mib", problem.limits.memory_bytes >> 20},
                    {"output_mib", problem.limits.output_bytes >> 20}};
  if (problem.limits.overflow) json["limits"]["overflow"] = true;
  if (problem.prompt) json["prompt"] = *problem.prompt;
  return json;
}

// Text of strangers may not be UTF-8: what is not becomes U+FFFD.
std::string text_of(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<void> write(const fs::path& file, const std::string& text) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error)
    return fail(ErrorKind::environment, fmt::format("cannot create {}", file.parent_path().string()),
                error.message());
  return write_file_atomically(file, text);
}

Result<void> write_problem(const ProblemFiles& files, const fs::path& root) {
  const suite::Problem& problem = files.problem;
  if (!suite::is_identifier(problem.id))
    return fail(ErrorKind::internal, fmt::format("'{}' cannot be the id of a problem", problem.id),
                "it is no identifier");
  const fs::path folder = root / "problems" / problem.id;
  const std::string generator = problem.id + std::string(suite::file_extension(problem.generator_language));
  auto written = write(folder / "problem.json", text_of(problem_json(problem)));
  if (written) written = write(folder / "statement.md", problem.statement);
  if (written) written = write(root / "generators" / generator, files.generator);
  for (const auto& [name, source] : files.solutions) {
    if (written) written = write(root / "references" / problem.id / name, source);
  }
  return written;
}

Result<void> write_all_of(const SuiteFiles& suite, const fs::path& root) {
  Json json = {{"schema", 1}, {"name", suite.name}};
  json["load"] = suite.load == suite::LoadPolicy::free ? "free" : "charged";
  if (suite.correctness_slack > 0) json["correctness_slack"] = suite.correctness_slack;
  auto written = write(root / "problems" / "suite.json", text_of(json));
  if (written && !suite.report.empty()) written = write(root / "import.json", suite.report);
  for (const ProblemFiles& files : suite.problems) {
    if (written) written = write_problem(files, root);
  }
  return written;
}

}  // namespace

Result<void> refuse_what_is_there(const fs::path& folder) {
  std::error_code error;
  const fs::file_status status = fs::symlink_status(folder, error);
  if (!fs::exists(status)) return {};
  if (fs::is_directory(status) && fs::is_empty(folder, error) && !error) return {};
  return fail(ErrorKind::usage, fmt::format("{} is already there", folder.string()),
              fs::is_directory(status) ? "it is a folder with something in it" : "it is no folder",
              "name a folder that does not exist, or remove this one");
}

Result<void> write_suite(const SuiteFiles& suite, const fs::path& folder) {
  // "NAME/" and "NAME" are the same folder, and its parent must be a name too.
  fs::path target = fs::absolute(folder).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  if (auto free = refuse_what_is_there(target); !free) return free;
  std::error_code error;
  if (!fs::is_directory(target.parent_path(), error)) {
    return fail(ErrorKind::usage, fmt::format("cannot create {}", target.string()),
                fmt::format("{} is no folder", target.parent_path().string()),
                fmt::format("mkdir -p {}", target.parent_path().string()));
  }
  auto beside = TemporaryFolder::beneath(target.parent_path());
  if (!beside) return tl::unexpected(beside.error());
  if (auto written = write_all_of(suite, beside->path()); !written) return written;
  if (auto read = suite::load_suite(beside->path()); !read) {
    return fail(ErrorKind::internal, "what was imported is no valid suite",
                read.error().why.empty() ? read.error().what : read.error().what + ": " + read.error().why,
                "please report it");
  }
  // The temporary folder was for this user alone.
  const mode_t mask = ::umask(0);
  ::umask(mask);
  fs::permissions(beside->path(), static_cast<fs::perms>(0777 & ~mask), error);
  fs::rename(beside->path(), target, error);
  if (error)
    return fail(ErrorKind::environment, fmt::format("cannot create {}", target.string()), error.message());
  return {};
}

}  // namespace effk::importers
