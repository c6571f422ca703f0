#include "harness/suite/suite.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/base/nearest_word.h"
#include "harness/suite/json_reader.h"
#include "harness/suite/problem_reader.h"

namespace effk::suite {
namespace {

namespace fs = std::filesystem;

Result<Suite> read_suite_file(const fs::path& root) {
  const fs::path path = root / "problems" / "suite.json";
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    return fail(ErrorKind::bad_input, fmt::format("{} is not a suite", root.string()),
                "it has no problems/suite.json", "give the folder of a suite: --suite DIR");
  }
  const auto text = read_file(path, kMaxSpecificationBytes);
  if (!text) return tl::unexpected(text.error());
  auto document = Document::parse("problems/suite.json", *text);
  if (!document) return tl::unexpected(document.error());
  const Node node = (*document)->root();
  node.only({"schema", "name", "load", "correctness_slack", "python"});
  node.at("schema").integer(1, 1);
  Suite suite;
  suite.root = root;
  suite.name = node.at("name").text();
  if (const Node load = node.maybe("load"); load.exists()) {
    const std::string word = load.text();
    if (word != "charged" && word != "free")
      load.blame("must be \"charged\" or \"free\"", "found \"" + word + "\"");
    suite.load = word == "free" ? LoadPolicy::free : LoadPolicy::charged;
  }
  if (const Node slack = node.maybe("correctness_slack"); slack.exists())
    suite.correctness_slack = static_cast<std::uint64_t>(slack.integer(0, 1'000'000'000'000));
  if (const Node python = node.maybe("python"); python.exists()) {
    python.only({"preload"});
    suite.python_preload = python.maybe("preload").texts();
  }
  if ((*document)->fault()) return tl::unexpected(*(*document)->fault());
  return suite;
}

// Two problems that samples would call the same.
Result<void> refuse_shared_names(const Suite& suite) {
  std::map<std::string_view, std::string_view> owners;
  for (const Problem& problem : suite.problems) owners[problem.id] = problem.id;
  for (const Problem& problem : suite.problems) {
    for (const std::string& alias : problem.aliases) {
      const auto [owner, fresh] = owners.try_emplace(alias, problem.id);
      if (fresh) continue;
      return fail(ErrorKind::bad_input,
                  fmt::format("problems/{}/problem.json: /aliases has a name that is taken", problem.id),
                  fmt::format("'{}' is a name of problem {}", alias, owner->second));
    }
  }
  return {};
}

}  // namespace

const Problem* Suite::find(std::string_view wanted) const {
  const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem& p) {
    return p.id == wanted || std::find(p.aliases.begin(), p.aliases.end(), wanted) != p.aliases.end();
  });
  return found == problems.end() ? nullptr : &*found;
}

Result<Suite> load_suite(const fs::path& root) {
  auto suite = read_suite_file(root);
  if (!suite) return suite;
  std::vector<std::string> ids;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(root / "problems", error)) {
    if (entry.is_directory()) ids.push_back(entry.path().filename().string());
  }
  std::sort(ids.begin(), ids.end());
  Digester digester;
  for (const std::string& id : ids) {
    auto problem = read_problem(root, id);
    if (!problem) return tl::unexpected(problem.error());
    digester.add(problem->id).add(problem->digest);
    suite->problems.push_back(std::move(*problem));
  }
  if (suite->problems.empty()) {
    return fail(ErrorKind::bad_input, fmt::format("the suite {} has no problems", root.string()),
                "no folder lies beneath problems/");
  }
  if (auto distinct = refuse_shared_names(*suite); !distinct) return tl::unexpected(distinct.error());
  suite->digest = digester.hex();
  return suite;
}

Result<std::vector<SolutionFile>> solution_files(const Problem& problem) {
  std::vector<SolutionFile> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(problem.references_folder, error)) {
    for (const Language language : kLanguages) {
      if (entry.path().extension() != file_extension(language)) continue;
      files.push_back({entry.path().stem().string(), language, entry.path()});
    }
  }
  if (error) {
    return fail(ErrorKind::bad_input, fmt::format("cannot list {}", problem.references_folder.string()),
                error.message());
  }
  std::sort(files.begin(), files.end(), [](const SolutionFile& a, const SolutionFile& b) {
    return std::pair(a.language, a.name) < std::pair(b.language, b.name);
  });
  return files;
}

Result<const Problem*> find_problem(const Suite& suite, std::string_view id) {
  if (const Problem* problem = suite.find(id)) return problem;
  std::vector<std::string> known;
  for (const Problem& problem : suite.problems) known.push_back(problem.id);
  return fail(ErrorKind::bad_input, fmt::format("unknown problem '{}'", id), {},
              suggestion(id, known) + "all of them: effk list");
}

}  // namespace effk::suite
