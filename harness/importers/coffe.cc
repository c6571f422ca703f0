#include "harness/importers/coffe.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "harness/importers/coffe_sources.h"
#include "harness/importers/python_signature.h"
#include "harness/suite/problem.h"

namespace effk::importers {
namespace {

constexpr int kTests = 0;   // the level
constexpr int kStress = 1;  // the level

// COFFE has no budget: what is right on its tests is right, however slow. Some ten seconds of an
// interpreter's work.
constexpr std::uint64_t kCorrectnessSlack = 20'000'000'000;

// COFFE has no limit of memory.
constexpr std::uint64_t kMemoryBytes = std::uint64_t{4} << 30;

suite::Signature signature_of(const CoffeProblem& problem) {
  auto names = parameters_of(problem.solution, "solution").value_or(std::vector<std::string>());
  if (names.size() > problem.arguments) names.resize(problem.arguments);
  // Python would refuse a name that comes twice; a strange source may have it all the same.
  if (std::set<std::string>(names.begin(), names.end()).size() < names.size()) names.clear();
  while (names.size() < problem.arguments) names.push_back(fmt::format("argument_{}", names.size() + 1));
  suite::Signature signature;
  signature.entry_point = problem.entry_point;
  for (std::string& name : names) signature.parameters.push_back({std::move(name), value::Type{}});
  return signature;
}

suite::Level level_of(double weight, std::size_t cases) {
  suite::Level level;
  level.weight = weight;
  level.cases = static_cast<int>(cases);
  level.size[suite::Language::python] = 0;  // COFFE's inputs do not grow
  return level;
}

// Takes the faulty cases out of `cases`, and says so.
template <typename Case>
void drop(std::vector<Case>& cases, int level, const std::vector<CaseFault>& faults, const std::string& id,
          std::string (*name)(std::size_t), std::vector<LeftOut>& left_out) {
  std::vector<Case> kept;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const CaseName wanted{level, static_cast<int>(i)};
    const auto fault =
        std::find_if(faults.begin(), faults.end(), [&](const CaseFault& one) { return one.name == wanted; });
    if (fault == faults.end()) {
      kept.push_back(std::move(cases[i]));
    } else {
      left_out.push_back({id, name(cases[i].number), fault->reason});
    }
  }
  cases = std::move(kept);
}

// A suite refuses larger files, and one of them would keep all other problems out too.
std::string too_large(const ProblemFiles& files) {
  constexpr std::uint64_t kJsonOverhead = 4096;
  std::uint64_t largest = std::max(files.generator.size(), files.problem.statement.size());
  for (const auto& [name, source] : files.solutions) largest = std::max(largest, source.size());
  // In problem.json each byte of the prompt may take six: \u0000.
  largest = std::max(largest, 6 * files.problem.prompt->size() + kJsonOverhead);
  if (largest <= suite::kMaxSpecificationBytes) return {};
  return fmt::format("its files would have {:.1f} MiB, and a suite takes {} MiB",
                     static_cast<double>(largest) / (1 << 20), suite::kMaxSpecificationBytes >> 20);
}

class CoffeReduction {
 public:
  explicit CoffeReduction(const CoffeFiles& files) : level_(files.level) {
    for (const CoffeProblem& problem : files.problems) problems_.emplace(problem.id, problem);
  }

  std::optional<ProblemFiles> operator()(const ProblemFiles& files, const std::vector<CaseFault>& faults,
                                         std::vector<LeftOut>& left_out) const {
    if (faults.empty()) return files;
    CoffeProblem problem = problems_.at(files.problem.id);
    std::vector<LeftOut> cases;
    drop(problem.tests, kTests, faults, problem.id, coffe_test_name, cases);
    drop(problem.stress, kStress, faults, problem.id, coffe_stress_name, cases);
    if (!problem.tests.empty() && !problem.stress.empty()) {
      left_out.insert(left_out.end(), cases.begin(), cases.end());
      return coffe_problem_files(problem, level_);
    }
    const bool has_no_test = problem.tests.empty();
    const LeftOut& example = has_no_test ? cases.front() : cases.back();
    left_out.push_back({problem.id,
                        {},
                        fmt::format("none of its {} can be used; {}: {}",
                                    has_no_test ? "tests" : "stress inputs", example.part, example.reason)});
    return std::nullopt;
  }

 private:
  CoffeFiles::Level level_;
  std::map<std::string, CoffeProblem> problems_;
};

}  // namespace

ProblemFiles coffe_problem_files(const CoffeProblem& coffe, CoffeFiles::Level level) {
  ProblemFiles files;
  suite::Problem& problem = files.problem;
  problem.id = coffe.id;
  if (!coffe.task.empty() && coffe.task != coffe.id) problem.aliases = {coffe.task};
  problem.title = coffe.task.empty() ? coffe.id : coffe.task;
  problem.statement = coffe.prompt + "\n";
  problem.prompt = coffe.prompt;
  const bool is_program = level == CoffeFiles::Level::file;
  problem.kind = is_program ? suite::Kind::program : suite::Kind::function;
  problem.signature = is_program ? suite::program_signature() : signature_of(coffe);
  problem.levels = {level_of(0, coffe.tests.size()), level_of(1, coffe.stress.size())};
  problem.limits.memory_bytes = kMemoryBytes;
  problem.checker = suite::Checker::generator;
  problem.generator_language = suite::Language::python;
  files.generator = coffe_generator(coffe, level);
  files.solutions["reference.py"] = coffe_reference(coffe, level);
  return files;
}

Result<Import> read_coffe(const std::vector<std::filesystem::path>& folders) {
  if (folders.size() != 1)
    return fail(ErrorKind::usage, "COFFE's problems are in one folder",
                fmt::format("{} were given", folders.size()), "effk import coffe FOLDER -o SUITE");
  const auto files = read_coffe_files(folders.front());
  if (!files) return tl::unexpected(files.error());
  Import import;
  import.suite.name = files->level == CoffeFiles::Level::file ? "coffe-file" : "coffe-function";
  import.suite.load = suite::LoadPolicy::free;
  import.suite.correctness_slack = kCorrectnessSlack;
  import.listed = files->listed;
  import.left_out = files->left_out;
  for (const CoffeProblem& problem : files->problems) {
    ProblemFiles made = coffe_problem_files(problem, files->level);
    if (std::string reason = too_large(made); !reason.empty()) {
      import.left_out.push_back({problem.id, {}, std::move(reason)});
    } else {
      import.suite.problems.push_back(std::move(made));
    }
  }
  import.reduce = CoffeReduction(*files);
  return import;
}

}  // namespace effk::importers
