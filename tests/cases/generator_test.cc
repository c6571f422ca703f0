#include "harness/cases/generator.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/cases/sums_problem.h"
#include "tests/toolchain/value_form.h"

namespace effk::cases {
namespace {

using suite::Language;

std::string replaced(std::string text, const std::string& old, const std::string& with) {
  const auto at = text.find(old);
  if (at == std::string::npos) throw std::logic_error("nothing to replace: " + old);
  return text.replace(at, old.size(), with);
}

std::vector<std::string> arguments_of(const std::vector<Case>& cases) {
  std::vector<std::string> all;
  for (const Case& one : cases) all.push_back(one.arguments);
  return all;
}

std::string error_of(const SumsProblem& sums) {
  const auto cases = sums.generator().cases(Language::cpp);
  if (cases) return "no error";
  EXPECT_EQ(exit_status(cases.error().kind), 3);
  return error_text(cases.error());
}

TEST(Generator, MakesEveryCaseOfEveryLevelInOrder) {
  const SumsProblem sums;
  const auto cases = sums.generator().cases(Language::cpp);
  ASSERT_TRUE(cases) << error_text(cases.error());
  ASSERT_EQ(cases->size(), 9u);
  std::set<std::string> different;
  for (std::size_t i = 0; i < 9; ++i) {
    const Case& one = (*cases)[i];
    EXPECT_EQ(one.level, static_cast<int>(i / 3));
    EXPECT_EQ(one.number, static_cast<int>(i % 3));
    // A tuple of a list and an int: 5 + 5 + 9 * size + 9 bytes.
    const std::size_t sizes[] = {6, 100, 200};
    EXPECT_EQ(one.arguments.size(), 19 + 9 * sizes[i / 3]);
    different.insert(one.arguments);
  }
  EXPECT_EQ(different.size(), 9u) << "cases repeat";
}

TEST(Generator, SharesCasesBetweenLanguagesWhereTheSizeIsTheSame) {
  const SumsProblem sums;
  const auto cpp = arguments_of(sums.generator().cases(Language::cpp).value());
  const auto python = arguments_of(sums.generator().cases(Language::python).value());
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(cpp[i], python[i]) << i;
  for (std::size_t i = 6; i < 9; ++i) EXPECT_EQ(python[i].size(), 19u + 9 * 50) << i;
}

TEST(Generator, MakesTheSameBytesAgainAndOthersForAnotherSeed) {
  const SumsProblem sums, again, other(kSumsGenerator, 2);
  const auto first = arguments_of(sums.generator().cases(Language::cpp).value());
  EXPECT_EQ(arguments_of(again.generator().cases(Language::cpp).value()), first);
  EXPECT_EQ(sums.generator().make(1, 2, Language::cpp).value().arguments, first[5]);
  const auto others = arguments_of(other.generator().cases(Language::cpp).value());
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_NE(others[i], first[i]) << i;
}

TEST(Generator, ReadsItsCasesFromTheCacheTheSecondTime) {
  const SumsProblem sums;
  const auto first = arguments_of(sums.generator().cases(Language::cpp).value());
  std::size_t changed = 0;
  for (const auto& entry : std::filesystem::directory_iterator(sums.cache() / "cases")) {
    // If these bytes come back, the generator was not asked.
    ASSERT_TRUE(write_file_atomically(entry.path(), "kept " + read_file(entry.path()).value()));
    ++changed;
  }
  EXPECT_EQ(changed, 9u);
  const auto second = arguments_of(sums.generator().cases(Language::cpp).value());
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(second[i], "kept " + first[i]) << i;
}

TEST(Generator, TellsTheClauseThatArgumentsBreak) {
  const SumsProblem sums;
  const auto broken = [&](std::int64_t value, std::int64_t k) {
    return sums.generator()
        .broken_clause(form::tuple({form::list({form::integer(value)}), form::integer(k)}))
        .value();
  };
  EXPECT_EQ(broken(5, 1), std::nullopt);
  EXPECT_EQ(broken(100, 1), "values are from 0 to 99");
  EXPECT_EQ(broken(5, 2), "k is at most the number of values");
}

TEST(Generator, AsksTheChecker) {
  const SumsProblem sums;
  const std::string arguments = form::tuple({form::list({}), form::integer(0)});
  EXPECT_EQ(sums.generator().check(arguments, form::integer(1), form::integer(-3)).value(), std::nullopt);
  EXPECT_EQ(sums.generator().check(arguments, form::integer(1), form::integer(2)).value(),
            "the answer has another parity");
}

TEST(Generator, ThatBreaksItsContractIsAnErrorWithTheClause) {
  const SumsProblem sums(replaced(kSumsGenerator, "between(0, 99)", "between(100, 999)"));
  EXPECT_EQ(error_of(sums),
            "effk: error: problem sums: case 0 of level 0 breaks the contract\n"
            "  why:  values are from 0 to 99\n");
  EXPECT_FALSE(std::filesystem::exists(sums.cache() / "cases")) << "a case that breaks the contract was kept";
}

TEST(Generator, ThatLeavesOtherTypesIsAnErrorWithThePlace) {
  std::string text = replaced(kSumsGenerator, "std::tuple<Values, std::int64_t> generate",
                              "std::tuple<Values, double> generate");
  text = replaced(text, "{values, c.size / 2}", "{values, 0.5}");
  text = replaced(text, "void valid(const Values& values, std::int64_t k)",
                  "void valid(const Values& values, double k)");
  EXPECT_EQ(error_of(SumsProblem(text)),
            "effk: error: problem sums: case 0 of level 0 is not of the signature's types\n"
            "  why:  at [1]: expected int, found 0.5 (float)\n");
}

TEST(Generator, ThatCrashesIsAnErrorWithItsLastWords) {
  const std::string throws =
      replaced(kSumsGenerator, "effk::Random random(c);",
               "effk::Random random(c); if (c.level == 1) throw std::runtime_error(\"out of ideas\");");
  EXPECT_THAT(
      error_of(SumsProblem(throws)),
      testing::MatchesRegex("effk: error: the generator of problem sums fails on 'generate 1 100 0 [0-9]+'\n"
                            "  why:  exit status 2: out of ideas\n  next: effk verify sums\n"));
  const std::string crashes =
      replaced(kSumsGenerator, "effk::Random random(c);", "effk::Random random(c); std::abort();");
  EXPECT_THAT(error_of(SumsProblem(crashes)), testing::HasSubstr("  why:  it was ended by signal 6\n"));
}

TEST(Generator, ThatDoesNotCompileIsAnErrorWithTheCompilersWords) {
  try {
    const SumsProblem sums("int main() { return oops; }\n");
    FAIL() << "it compiled";
  } catch (const std::runtime_error& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("generators/sums.cpp does not compile\n"));
    EXPECT_THAT(error.what(), testing::HasSubstr("‘oops’ was not declared in this scope"));
  }
}

TEST(Generator, RunsConfined) {
  const std::string reads = replaced(
      kSumsGenerator, "effk::Random random(c);",
      "effk::Random random(c); if (std::fopen(\"/etc/passwd\", \"r\")) throw std::runtime_error(\"it can "
      "read\");"
      "if (std::fopen(\"/tmp/effk-generator-was-here\", \"w\")) throw std::runtime_error(\"it can write\");");
  const SumsProblem sums(reads);
  const auto cases = sums.generator().cases(Language::cpp);
  EXPECT_TRUE(cases) << error_text(cases.error());
}

}  // namespace
}  // namespace effk::cases
