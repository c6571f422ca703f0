#include "harness/importers/enamel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <set>
#include <sstream>

#include "harness/base/files.h"
#include "harness/base/printable_text.h"
#include "harness/importers/csv_reader.h"
#include "harness/importers/enamel_helpers.h"
#include "harness/importers/python_signature.h"

namespace effk::importers {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLargestFileBytes = std::uint64_t{256} << 20;
constexpr std::array<int, 4> kCases = {8, 4, 4, 4};
constexpr std::array<double, 4> kWeights = {0, 3, 3, 4};
constexpr std::uint64_t kMemoryBytes = std::uint64_t{4} << 30;
// ENAMEL's clock grants 0.01 s beyond the budget, which matters at level 0 alone. Its pass@1 of HumanEval's
// own solutions and of GPT-4o's is met exactly with anything from 254 to 346 M instructions.
constexpr std::uint64_t kCorrectnessSlack = 300'000'000;

// HumanEval's problems that ENAMEL leaves out of its default subset.
constexpr std::array<int, 22> kLeftOut = {2,   23,  41,  45,  53,  60,  71,  92,  97,  99,  102,
                                          123, 124, 135, 137, 138, 144, 148, 156, 157, 159, 160};

// The columns, in the order of kColumns.
enum Column { kTaskId, kPrompt, kGenerator, kLevels, kReference, kChecker, kEntryPoint };
constexpr std::array<std::string_view, 7> kColumns = {
    "task_id", "prompt", "input_generator", "input_levels", "reference_solution", "checker", "entry_point"};

// The names that the suite looks for in a generator file; ENAMEL's own text must not define them.
constexpr std::array<std::string_view, 3> kTakenNames = {"generate", "valid", "check"};

struct Row {
  std::size_t line = 0;
  std::array<std::string_view, 7> fields;
  std::string_view operator[](Column column) const { return fields[column]; }
};

class Reader {
 public:
  explicit Reader(std::string_view name) : name_(name) {}

  Result<Import> read(const CsvTable& table);

 private:
  tl::unexpected<Error> wrong(const Row& row, std::string_view what, std::string why = {}) const {
    return fail(ErrorKind::bad_input, fmt::format("{}:{}: {}", name_, row.line, what), std::move(why));
  }
  Result<ProblemFiles> read_problem(const Row& row);
  Result<std::int64_t> read_number(const Row& row) const;
  Result<std::vector<suite::Level>> read_levels(const Row& row) const;
  Result<suite::Signature> read_signature(const Row& row) const;

  std::string name_;
  std::set<std::string> ids_;
};

bool has_word(std::string_view text, std::string_view word) {
  const auto is_part = [&](std::size_t at) {
    return at < text.size() && suite::is_identifier(fmt::format("_{}", text[at]));
  };
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    if ((at == 0 || !is_part(at - 1)) && !is_part(at + word.size())) return true;
  }
  return false;
}

// Later helpers use earlier ones, so they are looked for from the last to the first.
std::string helpers_for(std::string_view source) {
  std::string text;
  std::string seen(source);
  for (auto helper = kEnamelHelpers.rbegin(); helper != kEnamelHelpers.rend(); ++helper) {
    if (!has_word(seen, helper->name)) continue;
    text.insert(0, fmt::format("{}\n", helper->source));
    seen += helper->source;
  }
  return text;
}

std::string with_newline(std::string_view text) {
  return text.ends_with('\n') ? std::string(text) : std::string(text) + "\n";
}

// What most of its checkers say, and the harness knows without asking Python.
bool is_python_equality(std::string_view checker) {
  while (checker.ends_with('\n') || checker.ends_with(' ')) checker.remove_suffix(1);
  return checker ==
         "def __check(input, answer, output):\n"
         "    return type(output) == type(answer) and output == answer";
}

std::string checker_source(std::string_view checker) {
  if (is_python_equality(checker)) return {};
  return fmt::format(
      "\n\n{}\n\ndef check(*arguments, expected, found):\n    return __check(arguments, expected, found)\n",
      with_newline(checker));
}

// The prompt ends in the docstring of the function to write, which makes it a whole definition.
std::string generator_source(const Row& row, std::int64_t number) {
  return fmt::format(
      "# Problem {} of ENAMEL, as effk import enamel wrote it: the prompt, the input generator and the "
      "checker are\n"
      "# ENAMEL's, what stands around them is effk's.\n"
      "import math\nimport random\nimport string\nimport time\n\n{}\n{}\n\n{}\n\n"
      "_CASES = (8, 4, 4, 4)\n\n\n"
      "# The seeds that ENAMEL's own evaluator uses; another --seed than 1 draws other inputs.\n"
      "def generate(case):\n"
      "    seed = 998244353 ^ {} ^ (sum(_CASES[:case.level]) + case.number)\n"
      "    random.seed(seed if case.run_seed == 1 else f'{{seed}} {{case.run_seed}}')\n"
      "    return generate_input(case.size, case.level, case.number)\n{}",
      row[kTaskId], helpers_for(row[kGenerator]), with_newline(row[kPrompt]), with_newline(row[kGenerator]),
      number, checker_source(row[kChecker]));
}

bool is_left_out(std::string_view task_id, std::int64_t number) {
  return task_id.starts_with("HumanEval/") &&
         std::find(kLeftOut.begin(), kLeftOut.end(), number) != kLeftOut.end();
}

// "HumanEval/0" cannot be a folder's name.
std::string id_of(std::string_view task_id) {
  std::string id(task_id);
  for (char& c : id) {
    if (!suite::is_identifier(fmt::format("_{}", c))) c = '_';
  }
  return id;
}

Result<std::int64_t> Reader::read_number(const Row& row) const {
  const std::string_view task_id = row[kTaskId];
  const std::string_view digits = task_id.substr(task_id.rfind('/') + 1);
  std::int64_t number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (task_id.find('/') == task_id.npos || error != std::errc() || end != digits.data() + digits.size() ||
      number < 0 || number > 1'000'000'000 || !suite::is_identifier(id_of(task_id))) {
    return wrong(row, "task_id must be a name, a slash and a number",
                 fmt::format("found '{}'", printable_line(task_id, 60)));
  }
  return number;
}

Result<std::vector<suite::Level>> Reader::read_levels(const Row& row) const {
  std::istringstream words{std::string(row[kLevels])};
  std::vector<suite::Level> levels;
  for (std::string word; words >> word;) {
    std::int64_t size = -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), size);
    if (error != std::errc() || end != word.data() + word.size() || size < 0 ||
        levels.size() == kCases.size()) {
      levels.clear();
      break;
    }
    const std::size_t i = levels.size();
    levels.push_back({kWeights[i], kCases[i], {{suite::Language::python, size}}});
  }
  if (levels.size() == kCases.size()) return levels;
  return wrong(row, fmt::format("input_levels must be {} sizes", kCases.size()),
               fmt::format("found '{}'", printable_line(row[kLevels], 60)));
}

Result<suite::Signature> Reader::read_signature(const Row& row) const {
  suite::Signature signature;
  signature.entry_point = row[kEntryPoint];
  if (!suite::is_identifier(row[kEntryPoint])) {
    return wrong(row, "entry_point must be an identifier",
                 fmt::format("found '{}'", printable_line(row[kEntryPoint], 60)));
  }
  const auto parameters = parameters_of(row[kPrompt], row[kEntryPoint]);
  if (!parameters) return wrong(row, fmt::format("the prompt does not define {}(...)", row[kEntryPoint]));
  for (const std::string& name : *parameters) signature.parameters.push_back({name, value::Type{}});
  return signature;
}

Result<ProblemFiles> Reader::read_problem(const Row& row) {
  ProblemFiles files;
  suite::Problem& problem = files.problem;
  const auto number = read_number(row);
  if (!number) return tl::unexpected(number.error());
  problem.id = id_of(row[kTaskId]);
  if (!ids_.insert(problem.id).second)
    return wrong(row, fmt::format("there is a problem {} already", problem.id));
  auto levels = read_levels(row);
  if (!levels) return tl::unexpected(levels.error());
  auto signature = read_signature(row);
  if (!signature) return tl::unexpected(signature.error());
  for (const Column column : {kPrompt, kGenerator, kReference, kChecker}) {
    if (row[column].find('\0') != std::string_view::npos)
      return wrong(row, fmt::format("{} has a NUL character in it", kColumns[column]));
  }
  for (const auto& [column, name] :
       {std::pair(kGenerator, "generate_input"), std::pair(kChecker, "__check")}) {
    if (!parameters_of(row[column], name))
      return wrong(row, fmt::format("{} does not define {}(...)", kColumns[column], name));
  }
  for (const std::string_view name : kTakenNames) {
    for (const Column column : {kGenerator, kChecker}) {
      if (parameters_of(row[column], name))
        return wrong(row,
                     fmt::format("{} defines {}(...), a name that the suite needs", kColumns[column], name));
    }
  }
  problem.aliases = {std::string(row[kTaskId]), fmt::to_string(*number)};
  problem.title = fmt::format("{}: {}", row[kTaskId], row[kEntryPoint]);
  problem.statement = row[kPrompt];
  problem.prompt = with_newline(row[kPrompt]);
  problem.selected = !is_left_out(row[kTaskId], *number);
  problem.signature = std::move(*signature);
  problem.levels = std::move(*levels);
  problem.limits.memory_bytes = kMemoryBytes;
  problem.limits.overflow = true;
  problem.checker =
      is_python_equality(row[kChecker]) ? suite::Checker::python_equality : suite::Checker::generator;
  problem.generator_language = suite::Language::python;
  files.generator = generator_source(row, *number);
  files.solutions["reference.py"] = with_newline(row[kPrompt]) + with_newline(row[kReference]);
  return files;
}

Result<Import> Reader::read(const CsvTable& table) {
  std::array<std::size_t, kColumns.size()> places{};
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const auto place = table.column(kColumns[i]);
    if (!place) {
      return fail(ErrorKind::bad_input, fmt::format("{} is not ENAMEL's problem file", name_),
                  fmt::format("it has no column '{}'", kColumns[i]));
    }
    places[i] = *place;
  }
  if (table.rows.empty()) return fail(ErrorKind::bad_input, fmt::format("{} has no problems", name_));
  Import result;
  result.suite.name = "enamel";
  result.suite.load = suite::LoadPolicy::free;
  result.suite.correctness_slack = kCorrectnessSlack;
  for (const CsvRow& fields : table.rows) {
    Row row{fields.line, {}};
    for (std::size_t i = 0; i < places.size(); ++i) row.fields[i] = fields.fields[places[i]];
    auto problem = read_problem(row);
    if (!problem) return tl::unexpected(problem.error());
    result.suite.problems.push_back(std::move(*problem));
  }
  return result;
}

}  // namespace

Result<Import> parse_enamel(std::string_view name, std::string_view text) {
  const auto table = parse_csv(name, text);
  if (!table) return tl::unexpected(table.error());
  return Reader(name).read(*table);
}

Result<Import> read_enamel(const std::vector<fs::path>& files) {
  if (files.size() != 1) {
    return fail(ErrorKind::usage, fmt::format("ENAMEL's problems are one CSV file, not {}", files.size()), {},
                "effk import enamel FILE.csv -o SUITE");
  }
  const auto text = read_file(files.front(), kLargestFileBytes);
  if (!text) return tl::unexpected(text.error());
  return parse_enamel(files.front().string(), *text);
}

}  // namespace effk::importers
