// Generators, contracts and checkers written in Python, well-meant and hostile.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/cases/python_sums_problem.h"
#include "tests/toolchain/value_form.h"

namespace effk::cases {
namespace {

using suite::Language;
using testing::HasSubstr;

std::vector<std::string> arguments_of(const std::vector<Case>& cases) {
  std::vector<std::string> all;
  for (const Case& one : cases) all.push_back(one.arguments);
  return all;
}

std::string error_of(const std::string& generator, std::uint64_t cpu_seconds = 60) {
  const auto cases = PythonSums(generator, 1, cpu_seconds).generator().cases(Language::python);
  if (cases) return "no error";
  EXPECT_EQ(exit_status(cases.error().kind), 3);
  return error_text(cases.error());
}

// A generator of two arguments, the second 0.
std::string generating(const std::string& expression) {
  return "def generate(case):\n    return " + expression + ", 0\n";
}

TEST(PythonGenerator, MakesEveryCaseOfEveryLevelInOrder) {
  const PythonSums sums;
  const auto cases = sums.generator().cases(Language::python);
  ASSERT_TRUE(cases) << error_text(cases.error());
  ASSERT_EQ(cases->size(), 9u);
  std::set<std::string> different;
  for (std::size_t i = 0; i < 9; ++i) {
    const std::size_t sizes[] = {6, 100, 200};
    EXPECT_EQ((*cases)[i].level, static_cast<int>(i / 3));
    EXPECT_EQ((*cases)[i].number, static_cast<int>(i % 3));
    EXPECT_EQ((*cases)[i].arguments.size(), 19 + 9 * sizes[i / 3]);
    different.insert((*cases)[i].arguments);
  }
  EXPECT_EQ(different.size(), 9u) << "cases repeat";
}

TEST(PythonGenerator, MakesTheSameBytesInAnyOrderAndOthersForAnotherSeed) {
  const PythonSums sums, again, other(kPythonSums, 2);
  const auto first = arguments_of(sums.generator().cases(Language::python).value());
  EXPECT_EQ(arguments_of(again.generator().cases(Language::python).value()), first);
  EXPECT_EQ(arguments_of(sums.generator().make_backwards(Language::python).value()), first);
  EXPECT_EQ(sums.generator().make(1, 2, Language::python).value().arguments, first[5]);
  const auto others = arguments_of(other.generator().cases(Language::python).value());
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_NE(others[i], first[i]) << i;
}

TEST(PythonGenerator, ThatRemembersSomethingGivesItselfAwayBackwards) {
  const PythonSums sums("made = []\n" + generating("made.append(1) or len(made)"));
  EXPECT_NE(arguments_of(sums.generator().make_backwards(Language::python).value()),
            arguments_of(sums.generator().cases(Language::python).value()));
}

TEST(PythonGenerator, OrdersSetsOfStringsTheSameInEveryProcess) {
  const PythonSums sums(generating("list(set('the quick brown fox jumps over the lazy dog'))"));
  EXPECT_EQ(sums.generator().make(0, 0, Language::python).value().arguments,
            sums.generator().make(0, 0, Language::python).value().arguments);
}

TEST(PythonGenerator, IsToldEverythingAboutItsCase) {
  const PythonSums sums(generating("[case.level, case.size, case.number, case.run_seed, case.seed > 9]"), 5);
  EXPECT_EQ(sums.generator().make(2, 1, Language::python).value().arguments,
            form::tuple({form::list({form::integer(2), form::integer(200), form::integer(1), form::integer(5),
                                     form::boolean(true)}),
                         form::integer(0)}));
}

TEST(PythonGenerator, KeepsTheTypesOfPlainValues) {
  const std::string twenty_thousand_digits = "int('7' * 20000)";
  const PythonSums sums(
      generating("[(1, True, 1.0), {2, 'x'}, {'k': None}, b'\\x00', float('inf'), float('nan'), 2 ** 64]") +
      "def valid(values, k):\n"
      "    a, b, c, d, e, f, g = values\n"
      "    assert type(values) is list and type(a) is tuple and [type(x) for x in a] == [int, bool, float]\n"
      "    assert b == {2, 'x'} and c == {'k': None} and d == b'\\0' and e == float('inf') and f != f\n"
      "    assert g == 2 ** 64\n");
  const auto made = sums.generator().cases(Language::python);
  ASSERT_TRUE(made) << error_text(made.error());
  EXPECT_EQ(made->front().arguments,
            form::tuple({form::list({form::tuple({form::integer(1), form::boolean(true), form::real(1)}),
                                     form::set({form::integer(2), form::text("x")}),
                                     form::dict({{form::text("k"), form::none()}}),
                                     form::raw(std::string(1, '\0')), form::real(HUGE_VAL), form::nan(),
                                     form::big(std::string("\0\0\0\0\0\0\0\0\1", 9))}),
                         form::integer(0)}));
  const PythonSums large(generating(twenty_thousand_digits) +
                         "def valid(n, k):\n    assert str(n) == '7' * 20000, 'digits'\n");
  EXPECT_TRUE(large.generator().cases(Language::python));
}

TEST(PythonGenerator, TellsTheClauseThatArgumentsBreak) {
  const PythonSums sums;
  const auto broken = [&](std::int64_t value, std::int64_t k) {
    return sums.generator()
        .broken_clause(form::tuple({form::list({form::integer(value)}), form::integer(k)}))
        .value();
  };
  EXPECT_EQ(broken(5, 1), std::nullopt);
  EXPECT_EQ(broken(100, 1), "values are from 0 to 99");
  EXPECT_EQ(broken(5, 2), "assert 0 <= k <= len(values)") << "a clause without words is its line";
  EXPECT_EQ(PythonSums(generating("1")).generator().broken_clause(form::tuple({})).value(), std::nullopt)
      << "without a contract everything is valid";
}

TEST(PythonGenerator, ThatBreaksItsContractIsAnErrorWithTheClause) {
  EXPECT_EQ(error_of(generating("[case.level]") +
                     "def valid(values, k):\n    if values[0] == 1: raise ValueError('too ' + 'high')\n"),
            "effk: error: problem sums: case 0 of level 1 breaks the contract\n"
            "  why:  ValueError: too high (line 4)\n");
}

TEST(PythonGenerator, ThatRaisesIsAnErrorWithCaseAndLine) {
  EXPECT_EQ(
      error_of("def generate(case):\n    if case.level == 1:\n        return helper(case)\n    return [], 0\n"
               "def helper(case):\n    return {}['nothing']\n"),
      "effk: error: the generator of problem sums fails when asked for level 1, case 0\n"
      "  why:  KeyError: 'nothing' (line 6)\n  next: effk verify sums\n");
  EXPECT_EQ(error_of("def generate(case):\n    import sys\n    sys.exit(3)\n"),
            "effk: error: the generator of problem sums fails when asked for level 0, case 0\n"
            "  why:  SystemExit: 3 (line 3)\n  next: effk verify sums\n");
}

TEST(PythonGenerator, ThatCannotBeLoadedIsAnErrorWithTheLine) {
  const std::string what =
      "effk: error: the generator of problem sums fails when asked for level 0, case 0\n";
  EXPECT_EQ(error_of("x = 1\ndef generate(case:\n    pass\n"),
            what + "  why:  SyntaxError: '(' was never closed (line 2)\n  next: effk verify sums\n");
  EXPECT_EQ(
      error_of("import numpy\n"),
      what + "  why:  ModuleNotFoundError: No module named 'numpy' (line 1)\n  next: effk verify sums\n");
  EXPECT_EQ(error_of("x = 1\n"), what + "  why:  it defines no generate(case)\n  next: effk verify sums\n");
  EXPECT_EQ(error_of("def generate(case):\n    return [1]\n"),
            what +
                "  why:  TypeError: generate() returned list, wanted a tuple of the arguments\n"
                "  next: effk verify sums\n");
  EXPECT_THAT(
      error_of(generating("object()")),
      HasSubstr("ValueError: the value has in it 'object', which is none of None, bool, int, float, str"));
}

TEST(PythonGenerator, MayPrintWithoutDisturbingItsAnswers) {
  const PythonSums sums(
      "print('loading' * 1000)\ndef generate(case):\n    print('making')\n"
      "    import os; os.write(1, b'v' * 100)\n    return [], 0\n");
  EXPECT_TRUE(sums.generator().cases(Language::python));
}

// ---- hostile ones ----

TEST(PythonGenerator, ThatNeverEndsIsStopped) {
  EXPECT_EQ(
      error_of(
          "def generate(case):\n    while case.level == 1 and case.number == 2: pass\n    return [], 0\n", 1),
      "effk: error: the generator of problem sums fails when asked for level 1, case 2\n"
      "  why:  it used more than 1 s of CPU time\n  next: effk verify sums\n");
}

TEST(PythonGenerator, ThatMakesOrPrintsTooMuchIsStopped) {
  EXPECT_THAT(error_of(generating("'x' * (1 << 27)")),
              HasSubstr("ValueError: the value needs more than 64 MiB"));
  EXPECT_THAT(error_of("def generate(case):\n    while True: print('x' * (1 << 20))\n"),
              HasSubstr("  why:  it wrote more than 256 MiB\n"));
  EXPECT_THAT(error_of(generating("bytearray(1 << 34)")), HasSubstr("  why:  MemoryError (line 2)\n"));
}

TEST(PythonGenerator, RunsConfined) {
  const PythonSums sums(R"(
import os, socket
def refused(attempt):
    try:
        attempt()
    except OSError:
        return True
    return False
def generate(case):
    return [refused(lambda: open('/etc/passwd')), refused(lambda: open('/tmp/effk-generator-was-here', 'w')),
            refused(os.fork), refused(lambda: socket.create_connection(('127.0.0.1', 80)))], 0
)");
  const auto made = sums.generator().make(0, 0, Language::python);
  ASSERT_TRUE(made) << error_text(made.error());
  EXPECT_EQ(made->arguments, form::tuple({form::list({form::boolean(true), form::boolean(true),
                                                      form::boolean(true), form::boolean(true)}),
                                          form::integer(0)}));
}

// ---- checkers ----

class PythonChecker : public testing::Test {
 protected:
  static Result<std::optional<std::string>> checked(const std::string& body, const std::string& found,
                                                    std::uint64_t cpu_seconds = 60) {
    const PythonSums sums("def check(values, k, expected, found):\n    " + body + "\n", 1, cpu_seconds);
    return sums.generator().check(form::tuple({form::list({}), form::integer(0)}), form::integer(1), found);
  }
};

TEST_F(PythonChecker, SaysNothingYesNoOrWhy) {
  EXPECT_EQ(checked("pass", form::none()).value(), std::nullopt);
  EXPECT_EQ(checked("return True", form::none()).value(), std::nullopt);
  EXPECT_EQ(checked("return False", form::none()).value(), "");
  EXPECT_EQ(checked("assert found == expected, f'{found} is not {expected}'", form::integer(2)).value(),
            "2 is not 1");
  EXPECT_EQ(checked("return found[3] == 1", form::integer(2)).value(),
            "TypeError: 'int' object is not subscriptable (line 2)");
}

TEST_F(PythonChecker, SeesPlainValuesWithTheirTypes) {
  EXPECT_EQ(checked("return type(found) is int and type(expected) is int", form::boolean(true)).value(), "");
  EXPECT_EQ(checked("return type(found) is tuple", form::tuple({})).value(), std::nullopt);
}

TEST_F(PythonChecker, RejectsWhatBringsItDown) {
  EXPECT_EQ(checked("while True: pass", form::none(), 1).value(),
            "the checker gave no answer: it used more than 1 s of CPU time");
  EXPECT_EQ(checked("import os; os._exit(7)", form::none()).value(),
            "the checker gave no answer: exit status 7: ");
  // A set with a list in it: no Python program can rebuild that.
  EXPECT_EQ(checked("pass", form::set({form::list({})})).value(), "TypeError: unhashable type: 'list'");
}

TEST_F(PythonChecker, ThatIsMissingIsAFaultOfTheSuite) {
  const PythonSums sums(generating("1"));
  const auto missing = sums.generator().check(form::tuple({}), form::none(), form::none());
  ASSERT_FALSE(missing);
  EXPECT_EQ(error_text(missing.error()),
            "effk: error: the generator of problem sums fails when asked to check a result\n"
            "  why:  it defines no check(*arguments, expected, found)\n  next: effk verify sums\n");
}

TEST_F(PythonChecker, IsAskedAboutAllExpectedOutputsAtOnceAndRemembersThatItAcceptsThem) {
  const PythonSums sums;
  const auto cases = sums.generator().cases(Language::python).value();
  std::vector<std::string> expected(cases.size(), form::integer(7));
  EXPECT_EQ(sums.generator().find_unaccepted(cases, expected).value(), std::nullopt);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(sums.cache() / "accepted"), {}), 1);
  expected[4] = form::text("seven");
  const auto unaccepted = sums.generator().find_unaccepted(cases, expected).value();
  ASSERT_TRUE(unaccepted);
  EXPECT_EQ(unaccepted->index, 4u);
  EXPECT_EQ(unaccepted->objection, "");
}

TEST_F(PythonChecker, ThatIsBroughtDownByOneResultStillAnswersForTheOthers) {
  const PythonSums sums(
      "def generate(case):\n    return [], 0\n"
      "def check(values, k, expected, found):\n    import os\n    if found == 3: os._exit(1)\n"
      "    return found < 5\n");
  const auto cases = sums.generator().cases(Language::python).value();
  std::vector<std::string> expected;
  for (int i = 0; i < 9; ++i) expected.push_back(form::integer(i == 3 ? 0 : i % 5));
  expected[2] = form::integer(3);
  const auto unaccepted = sums.generator().find_unaccepted(cases, expected).value();
  ASSERT_TRUE(unaccepted);
  EXPECT_EQ(unaccepted->index, 2u);
  EXPECT_THAT(unaccepted->objection, HasSubstr("the checker gave no answer: exit status 1"));
}

TEST_F(PythonChecker, IsNotAskedAgainAboutWhatItHasAccepted) {
  // Of the same question it says now this and now that.
  const PythonSums sums(R"(
import os

def generate(case):
    return [case.number], case.size

def check(values, k, expected, found):
    return os.urandom(1)[0] % 2 == 0
)");
  const std::string arguments = form::tuple({form::list({}), form::integer(0)});
  const auto objection = [&] {
    return sums.generator().check(arguments, form::integer(1), form::integer(2)).value();
  };
  int rejections = 0;
  while (objection() && rejections < 64) ++rejections;
  ASSERT_LT(rejections, 64);
  for (int i = 0; i < 20; ++i) ASSERT_EQ(objection(), std::nullopt);
}

}  // namespace
}  // namespace effk::cases
