#include "harness/importers/coffe_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "harness/base/files.h"
#include "harness/importers/exact_json.h"
#include "harness/suite/problem.h"

namespace effk::importers {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kData = "data.json";
constexpr std::string_view kBest = "best_solutions.json";
constexpr std::string_view kTests = "testcases.json";
constexpr std::string_view kStress = "stressful_testcases.json";
// A level of a suite has no more cases than this.
constexpr std::size_t kMostCases = 1000;

using ByPrompt = std::map<std::string_view, const ExactJson*>;

Result<ByPrompt> by_prompt(const ExactJson& json, std::string_view name) {
  const std::vector<ExactMember>* members = json.object();
  if (members == nullptr)
    return fail(ErrorKind::bad_input, fmt::format("{} is not what COFFE calls so", name),
                "it is no object with a member for each prompt");
  ByPrompt found;
  for (const auto& [prompt, value] : *members) found[prompt] = &value;
  return found;
}

const ExactJson* find(const ByPrompt& map, const std::string& prompt) {
  const auto found = map.find(prompt);
  return found == map.end() ? nullptr : found->second;
}

// Numbers and texts; COFFE writes MBPP's task ids as numbers.
std::string plain_text(const ExactJson* json) {
  if (json == nullptr) return {};
  if (const auto* number = std::get_if<ExactJson::Number>(&json->data)) return number->digits;
  const std::string* text = json->text();
  return text == nullptr ? std::string() : *text;
}

std::string identifier(std::string_view text) {
  std::string id;
  for (const char c : text) id += suite::is_identifier(std::string("_") + c) ? c : '_';
  return suite::is_identifier(id) ? id : "Problem_" + id;
}

// "Mbpp/239" as EvalPlus has it, where COFFE writes {"dataset": "mbpp", "task_id": 239}.
std::string task_name(const std::string& dataset, const std::string& task_id) {
  if (task_id.empty() || task_id.find('/') != std::string::npos) return task_id;
  std::string name = dataset;
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name.empty() ? task_id : name + "/" + task_id;
}

// The only item of a list of one.
const ExactJson* single(const ExactJson* json) {
  const std::vector<ExactJson>* items = json == nullptr ? nullptr : json->array();
  return items == nullptr || items->size() != 1 ? nullptr : &items->front();
}

class Reader {
 public:
  Reader(const ByPrompt& best, const ByPrompt& tests, const ByPrompt& stress)
      : best_(best), tests_(tests), stress_(stress) {}

  CoffeFiles read(const std::vector<ExactJson>& entries);

 private:
  bool is_file_level() const { return files_.level == CoffeFiles::Level::file; }
  std::string name_entry(const ExactJson& entry, std::size_t number, CoffeProblem* problem) const;
  std::string read_problem(const ExactJson& entry, CoffeProblem* problem);
  std::string read_solution(CoffeProblem* problem) const;
  std::string read_tests(CoffeProblem* problem);
  std::string read_stress(CoffeProblem* problem);
  std::string read_test(const ExactJson& item, const CoffeProblem& problem, CoffeTest* test,
                        std::size_t* arguments) const;
  void leave_out(const CoffeProblem& problem, std::string part, std::string reason) {
    files_.left_out.push_back({problem.id, std::move(part), std::move(reason)});
  }

  const ByPrompt& best_;
  const ByPrompt& tests_;
  const ByPrompt& stress_;
  CoffeFiles files_;
  std::set<std::string> ids_;
};

CoffeFiles Reader::read(const std::vector<ExactJson>& entries) {
  const bool names_functions = std::any_of(entries.begin(), entries.end(), [](const ExactJson& entry) {
    return entry.member("entry_point") != nullptr;
  });
  files_.level = names_functions || entries.empty() ? CoffeFiles::Level::function : CoffeFiles::Level::file;
  files_.listed = entries.size();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    CoffeProblem problem;
    std::string reason = name_entry(entries[i], i, &problem);
    if (reason.empty()) reason = read_problem(entries[i], &problem);
    if (reason.empty()) {
      files_.problems.push_back(std::move(problem));
    } else {
      files_.left_out.push_back({problem.id, {}, std::move(reason)});
    }
  }
  return std::move(files_);
}

// Each of these returns why the problem has to be left out; an empty text if it has not.

std::string Reader::name_entry(const ExactJson& entry, std::size_t number, CoffeProblem* problem) const {
  const std::string dataset = plain_text(entry.member("dataset"));
  problem->task = task_name(dataset, plain_text(entry.member("task_id")));
  // File level has no names: the position in data.json is one.
  const std::string name = problem->task.empty()
                               ? fmt::format("{}_{}", dataset.empty() ? "problem" : dataset, number)
                               : problem->task;
  problem->id = identifier(name);
  if (ids_.contains(problem->id))
    return fmt::format("entry {} of {} has the name of an earlier one", number, kData);
  return {};
}

std::string Reader::read_problem(const ExactJson& entry, CoffeProblem* problem) {
  ids_.insert(problem->id);
  const ExactJson* prompt = entry.member("final_prompt");
  if (prompt == nullptr || prompt->text() == nullptr)
    return fmt::format("it has no final_prompt in {}", kData);
  problem->prompt = *prompt->text();
  if (!is_file_level()) {
    problem->entry_point = plain_text(entry.member("entry_point"));
    if (!suite::is_identifier(problem->entry_point))
      return fmt::format("its entry_point in {} is no name: '{}'", kData, problem->entry_point);
  }
  std::string reason = read_solution(problem);
  if (reason.empty()) reason = read_tests(problem);
  if (reason.empty()) reason = read_stress(problem);
  return reason;
}

std::string Reader::read_solution(CoffeProblem* problem) const {
  const ExactJson* best = find(best_, problem->prompt);
  if (best == nullptr) return fmt::format("{} has no solution for its prompt", kBest);
  const std::vector<ExactJson>* pair = best->array();
  const std::string* code = pair == nullptr || pair->empty() ? nullptr : pair->front().text();
  if (code == nullptr) return fmt::format("its solution in {} is no [code, is_io]", kBest);
  const bool* is_program = pair->size() < 2 ? nullptr : std::get_if<bool>(&(*pair)[1].data);
  if (is_program != nullptr && *is_program != is_file_level())
    return *is_program ? "its solution is a whole program, and the problem wants a function"
                       : "its solution is a function, and the problem wants a whole program";
  problem->solution = *code;
  return {};
}

std::string Reader::read_test(const ExactJson& item, const CoffeProblem& problem, CoffeTest* test,
                              std::size_t* arguments) const {
  const ExactJson* input = item.member("input");
  const ExactJson* output = single(item.member("output"));
  if (input == nullptr || input->array() == nullptr) return "its input is no list of arguments";
  if (output == nullptr) return "its output is no list of one result";
  *arguments = input->array()->size();
  if (!is_file_level()) {
    if (!problem.tests.empty() && *arguments != problem.arguments)
      return fmt::format("it has {} arguments, the first test {}", *arguments, problem.arguments);
    test->arguments = python_literal(*input);
    test->output = python_literal(*output);
    return {};
  }
  const ExactJson* only = single(input);
  if (only == nullptr || only->text() == nullptr || output->text() == nullptr)
    return "its input and output are no texts";
  test->arguments = python_literal(*only->text());
  test->output = python_literal(*output->text());
  return {};
}

std::string Reader::read_tests(CoffeProblem* problem) {
  const ExactJson* tests = find(tests_, problem->prompt);
  if (tests == nullptr || tests->array() == nullptr)
    return fmt::format("{} has no tests for its prompt", kTests);
  const std::vector<ExactJson>& items = *tests->array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    CoffeTest test{i, {}, {}};
    std::size_t arguments = 0;
    std::string reason = read_test(items[i], *problem, &test, &arguments);
    if (reason.empty() && problem->tests.size() == kMostCases)
      reason = fmt::format("a level has at most {} cases", kMostCases);
    if (!reason.empty()) {
      leave_out(*problem, coffe_test_name(i), std::move(reason));
      continue;
    }
    problem->arguments = arguments;
    problem->tests.push_back(std::move(test));
  }
  return problem->tests.empty() ? fmt::format("{} has no usable test for its prompt", kTests) : std::string();
}

std::string Reader::read_stress(CoffeProblem* problem) {
  const ExactJson* stress = find(stress_, problem->prompt);
  if (stress == nullptr || stress->array() == nullptr)
    return fmt::format("{} has no inputs for its prompt", kStress);
  const std::vector<ExactJson>& items = *stress->array();
  for (std::size_t i = 0; i < items.size(); ++i) {
    const ExactJson* input = items[i].object() == nullptr ? &items[i] : items[i].member("input");
    if (input == nullptr || input->text() == nullptr) {
      leave_out(*problem, coffe_stress_name(i), "its input is no text");
    } else if (problem->stress.size() == kMostCases) {
      leave_out(*problem, coffe_stress_name(i), fmt::format("a level has at most {} cases", kMostCases));
    } else {
      problem->stress.push_back({i, *input->text()});
    }
  }
  return problem->stress.empty() ? fmt::format("{} has no usable input for its prompt", kStress)
                                 : std::string();
}

// The name of the one file in `folder` whose name is `suffix`, alone or after a prefix that ends in '-'. The
// suffix "testcases.json" also ends "stressful_testcases.json", but not after a '-'.
Result<fs::path> find_file(const fs::path& folder, std::string_view suffix) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name == suffix || name.ends_with("-" + std::string(suffix))) found.push_back(entry->path());
  }
  if (error)
    return fail(ErrorKind::bad_input, fmt::format("cannot list {}", folder.string()), error.message(),
                "give the folder that has COFFE's data.json");
  if (found.empty())
    return fail(ErrorKind::bad_input, fmt::format("{} is missing in {}", suffix, folder.string()),
                fmt::format("no file there is called {0} or PREFIX-{0}", suffix),
                "give a folder such as datasets/function of COFFE's repository");
  if (found.size() > 1) {
    std::sort(found.begin(), found.end());
    return fail(
        ErrorKind::bad_input, fmt::format("{} has more than one {}", folder.string(), suffix),
        fmt::format("there are {} and {}", found[0].filename().string(), found[1].filename().string()),
        "put the files of one level into a folder of their own");
  }
  return found.front();
}

Result<std::string> read_one(const fs::path& folder, std::string_view suffix) {
  const auto path = find_file(folder, suffix);
  if (!path) return tl::unexpected(path.error());
  return read_file(*path);
}

}  // namespace

std::string coffe_test_name(std::size_t number) {
  return fmt::format("test {}", number);
}

std::string coffe_stress_name(std::size_t number) {
  return fmt::format("stress input {}", number);
}

Result<CoffeFiles> read_coffe_texts(const CoffeTexts& texts) {
  const auto data = parse_exact_json(std::string(kData), texts.data);
  if (!data) return tl::unexpected(data.error());
  const auto best = parse_exact_json(std::string(kBest), texts.best_solutions);
  if (!best) return tl::unexpected(best.error());
  const auto tests = parse_exact_json(std::string(kTests), texts.testcases);
  if (!tests) return tl::unexpected(tests.error());
  const auto stress = parse_exact_json(std::string(kStress), texts.stressful_testcases);
  if (!stress) return tl::unexpected(stress.error());
  if (data->array() == nullptr)
    return fail(ErrorKind::bad_input, fmt::format("{} is not what COFFE calls so", kData),
                "it is no list of problems");
  const auto best_of = by_prompt(*best, kBest);
  if (!best_of) return tl::unexpected(best_of.error());
  const auto tests_of = by_prompt(*tests, kTests);
  if (!tests_of) return tl::unexpected(tests_of.error());
  const auto stress_of = by_prompt(*stress, kStress);
  if (!stress_of) return tl::unexpected(stress_of.error());
  return Reader(*best_of, *tests_of, *stress_of).read(*data->array());
}

Result<CoffeFiles> read_coffe_files(const fs::path& folder) {
  CoffeTexts texts;
  for (const auto& [suffix, text] :
       {std::pair(kData, &texts.data), std::pair(kBest, &texts.best_solutions),
        std::pair(kTests, &texts.testcases), std::pair(kStress, &texts.stressful_testcases)}) {
    auto read = read_one(folder, suffix);
    if (!read) return tl::unexpected(read.error());
    *text = std::move(*read);
  }
  return read_coffe_texts(texts);
}

}  // namespace effk::importers
