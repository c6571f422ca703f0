#include "harness/importers/coffe.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "harness/cases/generator.h"
#include "harness/importers/coffe_sources.h"
#include "harness/importers/suite_writer.h"
#include "harness/value/text.h"
#include "harness/value/value.h"
#include "tests/importers/coffe_texts.h"
#include "tests/toolchain/shared_toolchain.h"

namespace effk::importers {
namespace {

namespace fs = std::filesystem;
using suite::Language;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

CoffeFiles read(const CoffeTexts& texts) {
  auto files = read_coffe_texts(texts);
  if (!files) throw std::runtime_error(error_text(files.error()));
  return std::move(*files);
}

// A folder with these files, and what importing it gives.
class Imported {
 public:
  explicit Imported(const CoffeTexts& texts) : folder_(*TemporaryFolder::beneath(fs::temp_directory_path())) {
    const fs::path& at = folder_.path();
    const bool written = write_file_atomically(at / "data.json", texts.data) &&
                         write_file_atomically(at / "best_solutions.json", texts.best_solutions) &&
                         write_file_atomically(at / "testcases.json", texts.testcases) &&
                         write_file_atomically(at / "stressful_testcases.json", texts.stressful_testcases);
    auto import = read_coffe({at});
    if (!written || !import) throw std::runtime_error("the files could not be imported");
    import_ = std::move(*import);
  }
  const Import& operator*() const { return import_; }
  const Import* operator->() const { return &import_; }

 private:
  TemporaryFolder folder_;
  Import import_;
};

// The generators of a written suite, run as effk runs them.
class Written {
 public:
  explicit Written(const SuiteFiles& files) : folder_(*TemporaryFolder::beneath(fs::temp_directory_path())) {
    if (auto written = write_suite(files, folder_.path() / "suite"); !written)
      throw std::runtime_error(error_text(written.error()));
    suite_ = *suite::load_suite(folder_.path() / "suite");
  }

  Result<cases::Generator> generator(const std::string& id) const {
    return cases::Generator::open(*suite_.find(id), toolchain::shared_toolchain(),
                                  {folder_.path() / "cache", 1, std::nullopt});
  }
  // The arguments of each case as text, cut to 60 characters.
  std::vector<std::string> arguments(const std::string& id) const {
    const auto generator = this->generator(id);
    const auto cases = generator ? generator->cases(Language::python) : tl::unexpected(generator.error());
    if (!cases) return {error_text(cases.error())};
    std::vector<std::string> texts;
    for (const cases::Case& one : *cases) texts.push_back(value::to_text(*value::decode(one.arguments), 60));
    return texts;
  }
  const suite::Suite& suite() const { return suite_; }

 private:
  TemporaryFolder folder_;
  suite::Suite suite_;
};

value::Value list_of(std::vector<value::Value> items) {
  return {value::List{std::move(items)}};
}

value::Value tuple_of(std::vector<value::Value> items) {
  return {value::Tuple{std::move(items)}};
}

const value::Value kOne{std::int64_t{1}};
const value::Value kTwo{std::int64_t{2}};
const value::Value kThree{std::int64_t{3}};
const value::Value kSix{std::int64_t{6}};

TEST(ImportCoffe, MakesTestsLevelZeroAndStressInputsTheOneMeasuredLevel) {
  const Imported import(small_functions());
  EXPECT_EQ(import->suite.load, suite::LoadPolicy::free);
  EXPECT_EQ(import->listed, 2u);
  ASSERT_EQ(import->suite.problems.size(), 2u);
  const suite::Problem& problem = import->suite.problems[0].problem;
  EXPECT_EQ(problem.id, "HumanEval_7");
  EXPECT_THAT(problem.aliases, ElementsAre("HumanEval/7"));
  EXPECT_EQ(problem.prompt, "def double_all(numbers, by=2):\n    \"\"\"Each number times by.\"\"\"");
  EXPECT_EQ(problem.signature.entry_point, "double_all");
  ASSERT_EQ(problem.signature.parameters.size(), 2u);
  EXPECT_EQ(problem.signature.parameters[1].name, "by");
  ASSERT_EQ(problem.levels.size(), 2u);
  EXPECT_EQ(problem.levels[0].cases, 2);
  EXPECT_EQ(problem.levels[0].weight, 0);
  EXPECT_EQ(problem.levels[1].cases, 2);
  EXPECT_EQ(problem.levels[1].weight, 1);
}

TEST(ImportCoffe, GivesTheReferenceTheNameThatThePromptAsksFor) {
  const Imported import(small_functions());
  EXPECT_EQ(import->suite.problems[1].solutions.at("reference.py"),
            "def solution(numbers):\n    return sum(numbers) / len(numbers)\n\n\n"
            "# The name that the problem asks for.\nmean = solution\n");
}

TEST(ImportCoffe, LeavesAReferenceAloneThatHasItsNameAlready) {
  CoffeProblem problem;
  problem.entry_point = "mean";
  problem.solution = "def mean(a):\n    return a";
  EXPECT_EQ(coffe_reference(problem, CoffeFiles::Level::function), "def mean(a):\n    return a\n");
}

TEST(ImportCoffe, NumbersParametersThatTheSolutionDoesNotName) {
  CoffeProblem problem = read(small_functions()).problems[0];
  problem.solution = "solution = lambda a, b: a";
  const auto names = coffe_problem_files(problem, CoffeFiles::Level::function).problem.signature.parameters;
  ASSERT_EQ(names.size(), 2u);
  EXPECT_EQ(names[0].name, "argument_1");
  EXPECT_EQ(names[1].name, "argument_2");
}

TEST(ImportCoffe, WritesGeneratorsThatMakeTheTestsAndEvaluateTheExpressions) {
  const Imported import(small_functions());
  const Written suite(import->suite);
  const auto made = suite.arguments("HumanEval_7");
  ASSERT_EQ(made.size(), 4u) << made[0];
  EXPECT_EQ(made[0], "([1, 2], 3)");
  EXPECT_EQ(made[1], "([], 2)");
  EXPECT_THAT(made[2], HasSubstr("([0, 1, 2, 3, 4, 5,"));
  // random.seed(1024), then random.randint(0, 9): CPython's generator has given the same since 3.2.
  EXPECT_THAT(made[3], HasSubstr("([0, 7, 6, 5, 8, 1, 7, 8"));
}

TEST(ImportCoffe, HoldsAnswersToTheOutputsThatCoffeGives) {
  const Imported import(small_functions());
  const Written suite(import->suite);
  const auto generator = suite.generator("HumanEval_7");
  ASSERT_TRUE(generator);
  const std::string arguments = value::encode(tuple_of({list_of({kOne, kTwo}), kThree}));
  const std::string tuple = value::encode(tuple_of({kThree, kSix}));
  const std::string list = value::encode(list_of({kThree, kSix}));
  const std::string wrong = value::encode(list_of({kThree, kThree}));
  EXPECT_EQ(*generator->check(arguments, tuple, list), std::nullopt) << "a list stands for a tuple";
  // Even if the reference agreed with it.
  EXPECT_EQ(*generator->check(arguments, wrong, wrong), "expected 6, found 3");
  EXPECT_EQ(*generator->check(arguments, list, value::encode(list_of({kThree}))),
            "expected 2 items, found 1");
}

TEST(ImportCoffe, TellsTestsApartWhoseArgumentsDifferInTheirTypesAlone) {
  CoffeTexts texts = small_functions();
  const std::string from = R"({"input": [[4]], "output": [4]})";
  texts.testcases.replace(texts.testcases.find(from), from.size(),
                          R"({"input": [[3]], "output": ["int"]}, {"input": [[3.0]], "output": ["float"]})");
  const Imported import(texts);
  const Written suite(import->suite);
  const auto generator = suite.generator("Mbpp_31");
  ASSERT_TRUE(generator);
  const std::string answer = value::encode({std::string("float")});
  EXPECT_EQ(*generator->check(value::encode(tuple_of({list_of({{3.0}})})), answer, answer), std::nullopt);
  EXPECT_EQ(*generator->check(value::encode(tuple_of({list_of({kThree})})), answer, answer),
            "expected 'int', found 'float'");
}

TEST(ImportCoffe, AllowsFloatsAMillionthAndTextsNothing) {
  const Imported import(small_functions());
  const Written suite(import->suite);
  const auto generator = suite.generator("Mbpp_31");
  ASSERT_TRUE(generator);
  const std::string arguments = value::encode(tuple_of({list_of({kOne, kTwo})}));
  const auto objection = [&](const value::Value& expected, const value::Value& found,
                             const std::string& given) {
    return *generator->check(given, value::encode(expected), value::encode(found));
  };
  EXPECT_EQ(objection({1.5}, {1.5000009}, arguments), std::nullopt);
  EXPECT_EQ(objection({1.5}, {1.50001}, arguments), "expected 1.5000000001, found 1.50001");
  const std::string others = value::encode(tuple_of({list_of({kSix})}));
  EXPECT_EQ(objection({std::string("a b")}, {std::string("ab")}, others), "expected 'a b', found 'ab'");
  EXPECT_EQ(objection(kOne, {1.0}, others), std::nullopt);
  EXPECT_EQ(objection(kOne, {std::string("1")}, others), "expected 1, found '1'");
  EXPECT_EQ(objection({std::nan("")}, {std::nan("")}, others), std::nullopt);
  EXPECT_EQ(objection(list_of({kOne}), {value::None{}}, others), "expected [1], found None");
}

TEST(ImportCoffe, MakesProgramsOfTheFileLevel) {
  const Imported import(small_programs());
  const Written suite(import->suite);
  const suite::Problem* problem = suite.suite().find("code_contests_0");
  ASSERT_NE(problem, nullptr);
  EXPECT_EQ(problem->kind, suite::Kind::program);
  EXPECT_THAT(problem->languages, ElementsAre(Language::python));
  const auto inputs = suite.arguments("code_contests_0");
  ASSERT_EQ(inputs.size(), 3u) << inputs[0];
  EXPECT_EQ(inputs[0], "('3\\n1 2 3\\n',)");
  // random.seed(1024), then random.randint(1, 9).
  EXPECT_THAT(inputs[2], HasSubstr("('500\\n1 8 7 6 9 2 8 9"));
  EXPECT_EQ(import->suite.problems[0].solutions.at("reference.py"),
            "input()\nprint(sum(map(int, input().split())))\n");
}

TEST(ImportCoffe, ComparesWhatProgramsPrintByWords) {
  const Imported import(small_programs());
  const Written suite(import->suite);
  const auto generator = suite.generator("code_contests_0");
  ASSERT_TRUE(generator);
  const auto objection = [&](const std::string& input, const std::string& expected,
                             const std::string& found) {
    return *generator->check(value::encode(tuple_of({{input}})), value::encode({expected}),
                             value::encode({found}));
  };
  EXPECT_EQ(objection("x", "1 2\n", "1  2"), std::nullopt);
  EXPECT_EQ(objection("x", "0.5", "0.5000001"), std::nullopt);
  EXPECT_EQ(objection("x", "yes", "Yes"), "word 1: expected yes, found Yes");
  EXPECT_EQ(objection("x", "1 2", "12"), "expected 2 words, found 1");
  EXPECT_EQ(objection("3\n1 2 3\n", "7", "7"), "word 1: expected 6, found 7") << "COFFE's output counts";
}

TEST(ReduceCoffe, DropsFaultyCasesUnderTheirNumbersInTheFiles) {
  const Imported import(small_functions());
  std::vector<LeftOut> left_out;
  const auto reduced =
      import->reduce(import->suite.problems[0], {{{0, 1}, "no"}, {{1, 0}, "too slow"}}, left_out);
  ASSERT_TRUE(reduced);
  EXPECT_EQ(reduced->problem.levels[0].cases, 1);
  EXPECT_EQ(reduced->problem.levels[1].cases, 1);
  EXPECT_THAT(reduced->generator, HasSubstr("[[1, 2], 3]"));
  EXPECT_THAT(reduced->generator, Not(HasSubstr("[[], 2]")));
  EXPECT_THAT(reduced->generator, Not(HasSubstr("list(range(2000))")));
  ASSERT_EQ(left_out.size(), 2u);
  EXPECT_EQ(left_out[0].part + ": " + left_out[0].reason, "test 1: no");
  EXPECT_EQ(left_out[1].part + ": " + left_out[1].reason, "stress input 0: too slow");
}

TEST(ReduceCoffe, LeavesAProblemOutWhenNothingIsLeftToMeasure) {
  const Imported import(small_functions());
  std::vector<LeftOut> left_out;
  EXPECT_FALSE(import->reduce(import->suite.problems[1], {{{1, 0}, "it is complex"}}, left_out));
  ASSERT_EQ(left_out.size(), 1u);
  EXPECT_EQ(left_out[0].problem, "Mbpp_31");
  EXPECT_EQ(left_out[0].part, "");
  EXPECT_EQ(left_out[0].reason, "none of its stress inputs can be used; stress input 0: it is complex");
}

TEST(ImportCoffe, RefusesMoreThanOneFolder) {
  const auto import = read_coffe({"a", "b"});
  ASSERT_FALSE(import);
  EXPECT_EQ(error_text(import.error()),
            "effk: error: COFFE's problems are in one folder\n"
            "  why:  2 were given\n"
            "  next: effk import coffe FOLDER -o SUITE\n");
}

// COFFE's own files, where somebody has them: EFFK_PEER_DATA names a folder with coffe/function-*.json.
TEST(ImportCoffe, ReadsAll398FunctionProblemsOfCoffe) {
  const char* const folder = std::getenv("EFFK_PEER_DATA");
  if (folder == nullptr) GTEST_SKIP() << "EFFK_PEER_DATA is not set";
  const fs::path coffe = fs::path(folder) / "coffe";
  if (!fs::exists(coffe / "function-data.json")) GTEST_SKIP() << coffe << " has no function-data.json";
  const auto import = read_coffe({coffe});
  ASSERT_TRUE(import) << error_text(import.error());
  EXPECT_EQ(import->listed, 398u);
  EXPECT_EQ(import->suite.problems.size(), 398u);
  EXPECT_TRUE(import->left_out.empty());
  const Written suite(import->suite);
  // A result of 55 digits, which a double does not hold.
  EXPECT_THAT(*read_file(suite.suite().find("Mbpp_67")->generator),
              HasSubstr("6775685320645824322581483068371419745979053216268760300"));
  EXPECT_EQ(suite.arguments("Mbpp_67").size(), 8u);
}

}  // namespace
}  // namespace effk::importers
