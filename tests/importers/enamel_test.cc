#include "harness/importers/enamel.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <set>

#include "harness/base/temporary_folder.h"
#include "harness/cases/generator.h"
#include "tests/importers/small_enamel.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::importers {
namespace {

using suite::Language;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Import imported(const std::vector<std::map<std::string, std::string>>& rows) {
  auto result = parse_enamel("x.csv", csv_of(rows));
  if (!result) throw std::runtime_error(error_text(result.error()));
  return std::move(*result);
}

std::map<std::string, std::string> with(const std::string& column, const std::string& text) {
  auto row = good_row();
  row.at(column) = text;
  return row;
}

std::string fault_of(const std::vector<std::map<std::string, std::string>>& rows) {
  const auto result = parse_enamel("x.csv", csv_of(rows));
  if (result) return "no fault";
  EXPECT_EQ(exit_status(result.error().kind), 3);
  return error_text(result.error());
}

TEST(ImportEnamel, MakesAProblemOfARow) {
  const Import import = imported({good_row()});
  EXPECT_EQ(import.suite.load, suite::LoadPolicy::free);
  EXPECT_GT(import.suite.correctness_slack, 0u);
  ASSERT_EQ(import.suite.problems.size(), 1u);
  const ProblemFiles& files = import.suite.problems[0];
  const suite::Problem& problem = files.problem;
  EXPECT_EQ(problem.id, "HumanEval_7");
  EXPECT_THAT(problem.aliases, ElementsAre("HumanEval/7", "7"));
  EXPECT_TRUE(problem.selected);
  EXPECT_EQ(problem.checker, suite::Checker::python_equality);
  EXPECT_TRUE(problem.limits.overflow);
  EXPECT_EQ(problem.signature.entry_point, "longest");
  ASSERT_EQ(problem.signature.parameters.size(), 2u);
  EXPECT_EQ(problem.signature.parameters[1].name, "least");
  EXPECT_EQ(problem.signature.parameters[1].type, value::Type{});
  ASSERT_EQ(problem.levels.size(), 4u);
  const std::vector<double> weights = {0, 3, 3, 4};
  const std::vector<int> cases = {8, 4, 4, 4};
  const std::vector<std::int64_t> sizes = {4, 10, 20, 30};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(problem.levels[i].weight, weights[i]);
    EXPECT_EQ(problem.levels[i].cases, cases[i]);
    EXPECT_EQ(problem.levels[i].size.at(Language::python), sizes[i]);
  }
  EXPECT_EQ(*problem.prompt, good_row().at("prompt") + "\n");
  EXPECT_EQ(files.solutions.at("reference.py"),
            good_row().at("prompt") + "\n" + good_row().at("reference_solution"));
}

TEST(ImportEnamel, SelectsHumanEvalsDefaultSubset) {
  const Import import =
      imported({with("task_id", "HumanEval/1"), with("task_id", "HumanEval/2"), with("task_id", "Mine/2")});
  EXPECT_TRUE(import.suite.problems[0].problem.selected);
  EXPECT_FALSE(import.suite.problems[1].problem.selected);
  EXPECT_TRUE(import.suite.problems[2].problem.selected);
  EXPECT_EQ(import.suite.problems[2].problem.id, "Mine_2");
}

TEST(ImportEnamel, GivesAGeneratorTheHelpersThatItNamesAndNoOthers) {
  const auto generator = [](const std::string& body) {
    return imported(
               {with("input_generator", "def generate_input(size, lid, cid):\n    return " + body + ",\n")})
        .suite.problems[0]
        .generator;
  };
  EXPECT_THAT(generator("size"), Not(HasSubstr("def rand_")));
  EXPECT_THAT(generator("rand_parens(size)"), HasSubstr("def rand_parens("));
  EXPECT_THAT(generator("rand_parens(size)"), Not(HasSubstr("def miller_rabin(")));
  for (const char* needed : {"def miller_rabin(", "def rand_probably_prime(", "def rand_primality("})
    EXPECT_THAT(generator("rand_primality(size, lid, cid)"), HasSubstr(needed));
}

TEST(ImportEnamel, RefusesBadRowsWithTheirLine) {
  EXPECT_EQ(fault_of({good_row(), good_row()}),
            "effk: error: x.csv:14: there is a problem HumanEval_7 already\n");
  EXPECT_EQ(fault_of({with("task_id", "seven")}),
            "effk: error: x.csv:2: task_id must be a name, a slash and a number\n  why:  found 'seven'\n");
  EXPECT_EQ(
      fault_of({with("task_id", "HumanEval/-7")}),
      "effk: error: x.csv:2: task_id must be a name, a slash and a number\n  why:  found 'HumanEval/-7'\n");
  EXPECT_EQ(fault_of({with("input_levels", "1 2 3")}),
            "effk: error: x.csv:2: input_levels must be 4 sizes\n  why:  found '1 2 3'\n");
  EXPECT_EQ(fault_of({with("input_levels", "1 2 3 4 5")}),
            "effk: error: x.csv:2: input_levels must be 4 sizes\n  why:  found '1 2 3 4 5'\n");
  EXPECT_EQ(fault_of({with("input_levels", "1 2 3 4e9")}),
            "effk: error: x.csv:2: input_levels must be 4 sizes\n  why:  found '1 2 3 4e9'\n");
  EXPECT_EQ(fault_of({with("entry_point", "longest word")}),
            "effk: error: x.csv:2: entry_point must be an identifier\n  why:  found 'longest word'\n");
  EXPECT_EQ(fault_of({with("entry_point", "shortest")}),
            "effk: error: x.csv:2: the prompt does not define shortest(...)\n");
  EXPECT_EQ(fault_of({with("checker", "")}), "effk: error: x.csv:2: checker does not define __check(...)\n");
  EXPECT_EQ(fault_of({with("input_generator", "x = 1\n")}),
            "effk: error: x.csv:2: input_generator does not define generate_input(...)\n");
  EXPECT_EQ(fault_of({with("input_generator", good_row().at("input_generator") + "def check(x): pass\n")}),
            "effk: error: x.csv:2: input_generator defines check(...), a name that the suite needs\n");
}

TEST(ImportEnamel, RefusesATableOfOtherColumns) {
  const auto other = parse_enamel("x.csv", "task_id,prompt\n1,2\n");
  ASSERT_FALSE(other);
  EXPECT_EQ(error_text(other.error()),
            "effk: error: x.csv is not ENAMEL's problem file\n  why:  it has no column 'input_generator'\n");
  EXPECT_EQ(fault_of({}), "effk: error: x.csv has no problems\n");
  const auto two = read_enamel({"a.csv", "b.csv"});
  ASSERT_FALSE(two);
  EXPECT_EQ(error_text(two.error()),
            "effk: error: ENAMEL's problems are one CSV file, not 2\n  next: effk import enamel FILE.csv -o "
            "SUITE\n");
}

// What was imported, on disk, with a generator that runs.
class ImportedEnamel : public testing::Test {
 protected:
  cases::Generator open(const std::map<std::string, std::string>& row, std::uint64_t seed = 1) {
    const auto target = folder_.path() / std::to_string(++suites_);
    const auto written = write_suite(imported({row}).suite, target);
    if (!written) throw std::runtime_error(error_text(written.error()));
    loaded_.push_back(std::make_unique<suite::Suite>(suite::load_suite(target).value()));
    auto generator = cases::Generator::open(loaded_.back()->problems[0], toolchain::shared_toolchain(),
                                            {folder_.path() / "cache", seed, {}});
    if (!generator) throw std::runtime_error(error_text(generator.error()));
    return std::move(*generator);
  }

  TemporaryFolder folder_ = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
  std::vector<std::unique_ptr<suite::Suite>> loaded_;
  int suites_ = 0;
};

TEST_F(ImportedEnamel, DrawsTheRandomNumbersOfEnamelsSeeds) {
  // 998244353 ^ number ^ (cases of earlier levels + case), which Python's random then gives 6 digits of.
  const auto row =
      with("input_generator",
           "def generate_input(size, lid, cid):\n    return [size, lid, cid], random.randrange(10 ** 6)\n");
  const auto cases = open(row).cases(Language::python).value();
  ASSERT_EQ(cases.size(), 20u);
  // python3 -c "import random; random.seed(998244353 ^ 7 ^ 0); print(random.randrange(10 ** 6))", and with 8
  // + 3.
  EXPECT_EQ(
      cases[0].arguments,
      form::tuple({form::list({form::integer(4), form::integer(0), form::integer(0)}), form::integer(7247)}));
  EXPECT_EQ(cases[11].arguments,
            form::tuple({form::list({form::integer(10), form::integer(1), form::integer(3)}),
                         form::integer(125140)}));
  EXPECT_NE(open(row, 2).cases(Language::python).value()[0].arguments, cases[0].arguments);
}

TEST_F(ImportedEnamel, AsksEnamelsChecker) {
  const auto row =
      with("checker", "def __check(input, answer, output):\n    return abs(answer - output) <= input[1]\n");
  EXPECT_EQ(imported({row}).suite.problems[0].problem.checker, suite::Checker::generator);
  const auto generator = open(row);
  const std::string arguments = form::tuple({form::list({}), form::integer(3)});
  const auto check = [&](const std::string& expected, const std::string& found) {
    return generator.check(arguments, expected, found).value();
  };
  EXPECT_EQ(check(form::integer(1), form::integer(1)), std::nullopt);
  EXPECT_EQ(check(form::integer(1), form::integer(4)), std::nullopt);
  EXPECT_EQ(check(form::integer(1), form::integer(5)), "");
}

TEST_F(ImportedEnamel, MakesBracketsAsTheHelpersMeanThem) {
  const auto texts = [&](const std::string& call) {
    std::vector<std::string> all;
    const auto made =
        open(with("input_generator", "def generate_input(size, lid, cid):\n    return " + call + ", 0\n"))
            .cases(Language::python);
    EXPECT_TRUE(made) << error_text(made.error());
    for (const cases::Case& one : *made)
      all.push_back(
          std::get<std::string>(std::get<value::Tuple>(value::decode(one.arguments)->data).items[0].data));
    return all;
  };
  const auto depth_of = [](const std::string& text, char opening) {
    int depth = 0;
    int lowest = 0;
    for (const char c : text) {
      if (c != ' ') depth += c == opening ? 1 : -1;
      lowest = std::min(lowest, depth);
    }
    return std::pair(depth, lowest);
  };
  std::set<std::string> different;
  for (const std::string& text : texts("rand_parens(size * 10, par='<>', sep=' ')")) {
    EXPECT_EQ(depth_of(text, '<'), std::pair(0, 0)) << text;
    EXPECT_GE(text.size(), 40u);
    different.insert(text);
  }
  EXPECT_GT(different.size(), 15u);
  for (const std::string& text : texts("rand_parens(size, valid=False)"))
    EXPECT_NE(depth_of(text, '('), std::pair(0, 0)) << text;
}

TEST_F(ImportedEnamel, MakesNumbersWhosePrimalityIsAsTheHelpersMeanIt) {
  auto row = with("input_levels", "100 10000 1000000 100000000");
  row["input_generator"] =
      "def generate_input(size, lid, cid):\n"
      "    return rand_primality(size, lid, cid), rand_probably_prime(90, 100)\n";
  const auto cases = open(row).cases(Language::python).value();
  const auto is_prime = [](std::int64_t n) {
    for (std::int64_t d = 2; d * d <= n; ++d)
      if (n % d == 0) return false;
    return n > 1;
  };
  const std::int64_t hard[] = {59 * 509, 561, 2, 125};
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const auto value = value::decode(cases[i].arguments).value();
    const auto& items = std::get<value::Tuple>(value.data).items;
    const auto n = std::get<std::int64_t>(items[0].data);
    if (i < 4) {
      EXPECT_EQ(n, hard[i]);
    }
    EXPECT_EQ(std::get<std::int64_t>(items[1].data), 97) << "the one prime from 90 to 100";
    if (i < 8) continue;
    const auto root = static_cast<std::int64_t>(std::llround(std::sqrt(static_cast<double>(n))));
    switch (cases[i].number % 3) {
      case 0:
        EXPECT_TRUE(is_prime(n)) << n;
        break;
      case 1:
        EXPECT_TRUE(root * root == n && is_prime(root)) << n;
        break;
      default:
        EXPECT_FALSE(is_prime(n)) << n;
    }
    EXPECT_LE(n, (i < 12 ? 10'000 : i < 16 ? 1'000'000 : 100'000'000));
  }
}

}  // namespace
}  // namespace effk::importers
