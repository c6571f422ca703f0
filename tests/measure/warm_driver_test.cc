#include "harness/measure/warm_driver.h"

#include <gmock/gmock.h>
#include <sys/eventfd.h>
#include <sys/wait.h>

#include "harness/toolchain/drivers/job.h"
#include "tests/measure/counted.h"

namespace effk::measure {
namespace {

using suite::Language;
using toolchain::built;
using toolchain::Program;

// Sorts, hashes and allocates; the order of a set of strings reaches the result.
constexpr const char* kCppWork = R"(
std::string solve(long long n) {
  std::unordered_map<std::string, int> seen; std::vector<std::unique_ptr<int>> kept;
  for (int i = 0; i < n; ++i) { seen[std::to_string(i * 7919 % 1000)] += i; kept.push_back(std::make_unique<int>(i)); }
  std::string all; for (auto& [text, count] : seen) all += text.substr(0, 1); return all.substr(0, 50); })";
constexpr const char* kPythonWork = R"(
class Thing: pass
def solve(n):
    things = {Thing() for i in range(n)}
    words = {str(i * 7919 % 1000) for i in range(n)}
    order = sorted(things, key=id)
    return ''.join(word[0] for word in words)[:50] + str(len(order))
)";

const suite::Problem kProblem = toolchain::problem_of({"int"}, "str");
const std::string kArguments = form::tuple({form::integer(500)});

class WarmDriverTest : public Counted, public testing::WithParamInterface<Language> {
 protected:
  static Program work() { return program(kCppWork, kPythonWork); }
  static Program program(const char* cpp, const char* python) {
    return built(kProblem, GetParam(), GetParam() == Language::cpp ? cpp : python);
  }
};

INSTANTIATE_TEST_SUITE_P(Of, WarmDriverTest, testing::Values(Language::cpp, Language::python),
                         [](const auto& one) { return std::string(suite::to_string(one.param)); });

TEST_P(WarmDriverTest, CountsTheSameJobTwentyTimesAlike) {
  const Program program = work();
  const Execution first = run(program, kArguments);
  ASSERT_EQ(first.wait_status, 0);
  ASSERT_TRUE(first.at_loaded && first.at_done);
  EXPECT_LT(first.at_loaded->value, first.at_done->value);
  EXPECT_LT(first.at_done->value, first.total.value);
  for (int i = 1; i < 20; ++i) {
    const Execution again = run(program, kArguments);
    EXPECT_EQ(again.total.value, first.total.value) << "time " << i;
    EXPECT_EQ(again.at_loaded->value, first.at_loaded->value);
    EXPECT_EQ(again.at_done->value, first.at_done->value);
    EXPECT_EQ(again.result, first.result);
  }
}

TEST_P(WarmDriverTest, CountsAJobAlikeWhateverRanBeforeIt) {
  const Program program = work();
  const Execution first = run(program, kArguments);
  const Program others[] = {
      WarmDriverTest::program("std::string solve(long long n) { return std::string(n * 100, 'x'); }",
                              "def solve(n): return 'x' * n * 100"),
      WarmDriverTest::program("std::string solve(long long n) { std::abort(); }",
                              "def solve(n): raise ValueError"),
      WarmDriverTest::program(
          "std::string solve(long long n) { std::cout << std::string(n, 'x'); _exit(3); }",
          "import os\ndef solve(n): print('x' * n); os._exit(3)"),
  };
  for (const Program& other : others) {
    run(other, kArguments);
    EXPECT_EQ(run(program, kArguments).total.value, first.total.value);
  }
  // Nor does another driver's history count.
  drivers_.clear();
  run(others[0], form::tuple({form::integer(9)}));
  EXPECT_EQ(run(program, kArguments).total.value, first.total.value);
}

TEST_P(WarmDriverTest, StopsAfterLoadingWhenItIsToldTo) {
  const Program program = WarmDriverTest::program(
      "static const auto table = std::string(1000, 'x');\nstd::string solve(long long) { std::abort(); }",
      "table = 'x' * 1000\ndef solve(n): raise ValueError\n");
  Job job;
  job.program = &program;
  job.arguments = kArguments;
  job.load_only = true;
  const Execution loaded = run(job);
  EXPECT_TRUE(loaded.reached_mark_zero);
  EXPECT_EQ(loaded.wait_status, 0);
  EXPECT_TRUE(loaded.at_loaded);
  EXPECT_FALSE(loaded.at_done);
  EXPECT_EQ(loaded.result, "");
  EXPECT_GE(loaded.total.value, loaded.at_loaded->value);
  // The same child, told to go on, had loaded at the same count.
  EXPECT_EQ(run(program, kArguments).at_loaded, loaded.at_loaded);
}

TEST_P(WarmDriverTest, EndsAChildThatGoesOverItsBudget) {
  const Program program = WarmDriverTest::program(
      "std::string solve(long long n) { volatile long long x = n; while (x) ++x; return {}; }",
      "def solve(n):\n  while n: n += 1\n");
  Job job;
  job.program = &program;
  job.arguments = kArguments;
  job.budget = Instructions{20'000'000};
  const Execution execution = run(job);
  EXPECT_TRUE(execution.killed_over_budget);
  EXPECT_FALSE(execution.killed_over_wall_limit);
  EXPECT_GT(execution.total.value, job.budget->value);
  EXPECT_TRUE(WIFSIGNALED(execution.wait_status));
}

TEST_P(WarmDriverTest, SaysWhatWasPrintedAndThatMemoryWasRefused) {
  const Program prints = WarmDriverTest::program(
      "std::string solve(long long n) { std::cout << std::string(n, 'x') << std::flush; return {}; }",
      "def solve(n): print('x' * n, end='', flush=True); return ''");
  EXPECT_EQ(run(prints, kArguments).output_bytes, 500u);

  const Program hungry = WarmDriverTest::program(
      "std::string solve(long long n) { return std::string(n << 20, 'x').substr(0, 1); }",
      "def solve(n): return bytes(n << 20).hex()[:1]");
  Job job;
  job.program = &hungry;
  job.arguments = kArguments;
  job.memory_bytes = 64 << 20;
  const Execution refused = run(job);
  EXPECT_TRUE(refused.refused_memory);
  EXPECT_EQ(refused.wait_status, 0) << "an exception, and an orderly end";
}

TEST_P(WarmDriverTest, EndsAtOnceWhenItIsCancelled) {
  const UniqueFd cancel(::eventfd(1, EFD_CLOEXEC));
  DriverOptions options;
  options.cancel = cancel.get();
  const auto started = WarmDriver::start(toolchain::shared_toolchain(), GetParam(), *instrument_, options);
  ASSERT_FALSE(started);
  EXPECT_TRUE(was_cancelled(started.error()));
}

TEST_P(WarmDriverTest, SaysWhatItIs) {
  EXPECT_THAT(driver(GetParam()).identity(),
              testing::StartsWith(GetParam() == Language::cpp ? "C++ driver, g++ 12" : "CPython 3.11"));
}

}  // namespace
}  // namespace effk::measure
