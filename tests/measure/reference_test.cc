// A reference measured as the standard and again as an ordinary sample.
#include <gtest/gtest.h>

#include "harness/session/canaries.h"
#include "harness/session/evaluate.h"
#include "harness/session/standard.h"
#include "tests/cases/sums_problem.h"
#include "tests/measure/counted.h"

namespace effk::measure {
namespace {

using record::Verdict;
using suite::Language;

constexpr const char* kCppReference = R"(
long long solve(const std::vector<long long>& a, long long b) { return std::accumulate(a.begin(), a.begin() + b, 0LL); })";
constexpr const char* kPythonReference = "def solve(a, b):\n    return sum(a[:b])\n";
// Nothing but more work on the way to the same answer.
constexpr const char* kCppSlower = R"(
long long solve(const std::vector<long long>& a, long long b) { volatile int x = 300; while (x) x = x - 1; return std::accumulate(a.begin(), a.begin() + b, 0LL); })";
constexpr const char* kPythonSlower =
    "def solve(a, b):\n    for x in range(30): pass\n    return sum(a[:b])\n";

class Reference : public Counted, public testing::WithParamInterface<Language> {
 protected:
  void SetUp() override {
    Counted::SetUp();
    if (IsSkipped()) return;
    const bool cpp = GetParam() == Language::cpp;
    sums_.problem().references_folder = folder_.path();
    ASSERT_TRUE(
        write_file_atomically(folder_.path() / (cpp ? "reference.cpp" : "reference.py"), reference()));
    drivers_.emplace(toolchain::shared_toolchain(), *instrument_, DriverOptions{});
    measure_standard({});
  }

  void measure_standard(const session::StandardOptions& options) {
    auto standard = session::Standard::measure(sums_.problem(), GetParam(), toolchain::shared_toolchain(),
                                               sums_.generator(), *drivers_, options);
    ASSERT_TRUE(standard) << error_text(standard.error());
    standard_ = *standard;
  }

  static std::string reference() { return GetParam() == Language::cpp ? kCppReference : kPythonReference; }
  static std::string slower() { return GetParam() == Language::cpp ? kCppSlower : kPythonSlower; }

  record::SampleRecord evaluated(const std::string& code) {
    record::SampleRecord sample;
    sample.code = code;
    const auto done = session::evaluate(sample, *standard_, toolchain::shared_toolchain(), *drivers_);
    EXPECT_TRUE(done) << error_text(done.error());
    return sample;
  }

  cases::SumsProblem sums_;
  TemporaryFolder folder_ = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
  std::optional<session::Drivers> drivers_;
  std::shared_ptr<const session::Standard> standard_;
};

INSTANTIATE_TEST_SUITE_P(Of, Reference, testing::Values(Language::cpp, Language::python),
                         [](const auto& one) { return std::string(suite::to_string(one.param)); });

TEST_P(Reference, CostsAsASampleExactlyWhatItCostsAsTheReference) {
  EXPECT_EQ(session::reference_fault(evaluated(reference()), *standard_, 0), "");
}

TEST_P(Reference, CostsMoreWithMoreWorkOnEveryCase) {
  const record::SampleRecord sample = evaluated(slower());
  // More than twice the reference's cost on such small cases: censored, or dearer.
  for (std::size_t i = 0; i < sample.cases.size(); ++i) {
    if (sample.cases[i].cost) {
      EXPECT_GT(sample.cases[i].cost->value, standard_->record().cases[i].cost.value);
    }
  }
  EXPECT_FALSE(sample.cases.empty());
}

TEST_P(Reference, StandardSplitsEveryTotalIntoLoadRegionAndFrame) {
  const auto& record = standard_->record();
  ASSERT_EQ(record.cases.size(), 9u);
  EXPECT_GT(record.load.value, 0u);
  for (const auto& one : record.cases) EXPECT_GT(one.cost.value, 0u);
  // Twice as many values to add need more.
  EXPECT_GT(record.cases[3].cost.value, record.cases[0].cost.value);
}

TEST_P(Reference, OfNoUseIsRejectedAsAnEmptySample) {
  EXPECT_EQ(evaluated("").verdict, Verdict::compile_error);
}

TEST_P(Reference, HasAWrongAnswerShown) {
  const std::string wrong =
      GetParam() == Language::cpp
          ? "long long solve(const std::vector<long long>& a, long long b) { return -1; }"
          : "def solve(a, b): return -1\n";
  const record::SampleRecord sample = evaluated(wrong);
  EXPECT_EQ(sample.verdict, Verdict::wrong_answer);
  EXPECT_EQ(sample.cases.size(), 1u) << "the first failure ends it";
}

TEST_P(Reference, IsMatchedByASampleThatLoadsMuchOnlyWhereLoadingIsFree) {
  // Some 5 M instructions of loading, more than any allowance.
  const std::string busy = GetParam() == Language::cpp ? "static volatile int n = 0;\nstatic int busy = [] { "
                                                         "while (n < 1000000) n = n + 1; return 0; }();\n"
                                                       : "for x in range(100000): x += 1\n";
  const record::SampleRecord charged = evaluated(busy + reference());
  EXPECT_EQ(charged.verdict, record::Verdict::budget_exceeded);
  EXPECT_TRUE(charged.detail.starts_with("while loading: needed more than ")) << charged.detail;

  measure_standard({2, suite::LoadPolicy::free, {}});
  const record::SampleRecord free = evaluated(busy + reference());
  ASSERT_EQ(free.verdict, record::Verdict::accepted) << free.detail;
  for (std::size_t i = 0; i < free.cases.size(); ++i) {
    const auto wanted = static_cast<double>(standard_->record().cases[i].cost.value);
    EXPECT_NEAR(static_cast<double>(free.cases[i].cost->value), wanted, 0.3 * wanted + 3000);
  }
  ASSERT_FALSE(free.flags.empty());
  EXPECT_NE(free.flags[0].find("this suite charges neither"), std::string::npos) << free.flags[0];
}

TEST_P(Reference, LeavesSlackToLevelZeroAlone) {
  const std::string slower =
      GetParam() == Language::cpp
          ? "long long solve(const std::vector<long long>& a, long long b) { volatile int x = 3000; while "
            "(x) x = x - 1; "
            "return std::accumulate(a.begin(), a.begin() + b, 0LL); }"
          : "def solve(a, b):\n    for x in range(3000): pass\n    return sum(a[:b])\n";
  EXPECT_EQ(evaluated(slower).cases.size(), 1u) << "over the budget at once";
  measure_standard({2, suite::LoadPolicy::charged, {1'000'000}});
  const record::SampleRecord sample = evaluated(slower);
  ASSERT_EQ(sample.cases.size(), 4u);
  EXPECT_EQ(sample.cases[2].verdict, record::Verdict::accepted);
  EXPECT_EQ(sample.cases[3].level, 1);
  EXPECT_EQ(sample.verdict, record::Verdict::budget_exceeded);
}

}  // namespace
}  // namespace effk::measure
