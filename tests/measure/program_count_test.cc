// What whole programs cost. The oracle is callgrind, which shares no code with ours: it counts the program as
// an ordinary executable, and the empty one.
#include <gmock/gmock.h>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "harness/base/files.h"
#include "harness/base/system_program.h"
#include "harness/base/temporary_folder.h"
#include "harness/toolchain/baseline_environment.h"
#include "tests/measure/counted.h"
#include "tests/measure/program_problem.h"

namespace effk::measure {
namespace {

using suite::Language;
using toolchain::Program;

// Numbers as text, of all lengths.
std::string numbers(int count) {
  std::string text = std::to_string(count) + "\n";
  std::int64_t x = 1;
  for (int i = 0; i < count; ++i) text += std::to_string((x = x * 48271 % 2147483647) >> (i % 31)) + " ";
  return text + "\n";
}

// Reads, sorts, hashes, allocates and prints.
constexpr const char* kCppWork = R"(
#include <bits/stdc++.h>
using namespace std;
unordered_map<long long, int> seen;
int main() {
  int n; cin >> n; vector<long long> a(n); for (auto& x : a) { cin >> x; ++seen[x % 1000]; }
  sort(a.begin(), a.end()); map<string, int> names; for (auto x : a) ++names[to_string(x % 100)];
  for (auto& [name, count] : names) cout << name << ' ' << count << '\n';
  for (int i = 0; i < n; i += 10) printf("%lld\n", a[i]); cout << seen.size() << endl;
})";
constexpr const char* kPythonWork = R"(
import sys
n = int(input())
a = sorted(map(int, input().split()))
seen = {}
for x in a: seen[str(x % 1000)] = seen.get(str(x % 1000), 0) + 1
for key in sorted(set(map(float, seen))): print(key, seen[str(int(key))])
print(*a[::10], sep='\n')
)";

class ProgramCount : public Counted, public testing::WithParamInterface<Language> {
 protected:
  static Program made(const char* cpp, const char* python) {
    return toolchain::built(program_problem(), GetParam(), GetParam() == Language::cpp ? cpp : python);
  }
  static Program work() { return made(kCppWork, kPythonWork); }

  Execution run(const Program& program, const std::string& input) {
    if (!driver_) {
      DriverOptions options;
      options.kind = suite::Kind::program;
      auto started =
          WarmDriver::start(toolchain::shared_toolchain(), program.language, *instrument_, options);
      if (!started) throw std::runtime_error(error_text(started.error()));
      driver_.emplace(std::move(*started));
    }
    const std::string arguments = form::tuple({form::text(input)});
    Job job;
    job.program = &program;
    job.arguments = arguments;
    auto execution = driver_->run(job);
    if (!execution) throw std::runtime_error(error_text(execution.error()));
    EXPECT_EQ(execution->wait_status, 0);
    return std::move(*execution);
  }

  std::optional<WarmDriver> driver_;
};

INSTANTIATE_TEST_SUITE_P(Of, ProgramCount, testing::Values(Language::cpp, Language::python),
                         [](const auto& one) { return std::string(suite::to_string(one.param)); });

TEST_P(ProgramCount, IsTheSameTwentyTimesWhateverRanInBetween) {
  const Program program = work();
  const Program other = made("int main() { std::string s; while (std::cin >> s) std::cout << s; }",
                             "print(len(set(open(0).read())))");
  const Execution first = run(program, numbers(500));
  EXPECT_GT(first.total.value, 500'000u);
  for (int i = 1; i < 20; ++i) {
    run(other, numbers(i * 50));
    const Execution again = run(program, numbers(500));
    EXPECT_EQ(again.total.value, first.total.value) << "time " << i;
    EXPECT_EQ(again.output, first.output);
  }
  driver_.reset();
  run(other, numbers(7));
  EXPECT_EQ(run(program, numbers(500)).total.value, first.total.value) << "in another driver";
}

TEST_P(ProgramCount, OfTheEmptyProgramDoesNotDependOnItsInput) {
  const Program empty = made("int main() {}", "");
  const std::uint64_t count = run(empty, "").total.value;
  EXPECT_LT(count, GetParam() == Language::cpp ? 1'000'000u : 500'000u);
  EXPECT_EQ(run(empty, numbers(3)).total.value, count);
  EXPECT_EQ(run(empty, numbers(100'000)).total.value, count);
}

TEST_P(ProgramCount, HasNoMarkBehindMarkZero) {
  const Execution execution = run(work(), numbers(20));
  EXPECT_FALSE(execution.at_loaded);
  EXPECT_FALSE(execution.at_done);
}

TEST_P(ProgramCount, ChargesWhatIsDoneAtTheEnd) {
  const Program plain = made("int main() {}", "import atexit");
  const Program works = made(
      "struct Last { ~Last() { for (volatile int i = 0; i < 100000; i = i + 1); } } last; int main() {}",
      "import atexit\nclass Last:\n  def __del__(self):\n    for i in range(10000): pass\nlast = Last()");
  EXPECT_GT(run(works, "").total.value, run(plain, "").total.value + 200'000);
}

// As an ordinary executable, in the environment of a driver: the C library chooses its string routines by
// what the processor can do.
class ProgramAsExecutable : public ProgramCount {
 protected:
  void SetUp() override {
    ProgramCount::SetUp();
    valgrind_ = system_program("valgrind");
    if (!IsSkipped() && !valgrind_) GTEST_SKIP() << "there is no valgrind with callgrind on this machine";
  }

  double counted_by_callgrind(const std::string& code, const std::string& input) {
    std::ofstream(path("program.cpp")) << code;
    std::ofstream(path("input")) << input;
    const std::string compile = "g++ -std=c++20 -O2 -w -o " + path("program") + " " + path("program.cpp");
    EXPECT_EQ(std::system(compile.c_str()), 0);
    std::string command = "env -i";
    for (const std::string& variable : toolchain::kBaselineEnvironment) command += " " + variable;
    command += " " + valgrind_->string() +
               " --tool=callgrind --callgrind-out-file=/dev/null --log-file=" + path("log") + " " +
               path("program") + " <" + path("input") + " >" + path("output");
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    const std::string log = read_file(path("log")).value();
    const auto at = log.find("Collected : ");
    EXPECT_NE(at, std::string::npos) << log;
    return at == std::string::npos ? 0 : std::atof(log.c_str() + at + 12);
  }

  std::string path(const char* name) const { return (folder_.path() / name).string(); }

  std::optional<std::filesystem::path> valgrind_;
  TemporaryFolder folder_ = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
};

INSTANTIATE_TEST_SUITE_P(Of, ProgramAsExecutable, testing::Values(Language::cpp),
                         [](const auto& one) { return std::string(suite::to_string(one.param)); });

TEST_P(ProgramAsExecutable, PrintsTheSameAndCostsTheSameBeyondTheEmptyProgram) {
  const std::string input = numbers(20'000);
  const Execution here = run(work(), input);
  const auto cost = static_cast<double>((here.total - run(made("int main() {}", ""), input).total).value);
  const double empty = counted_by_callgrind("#include <iostream>\nint main() {}", input);
  const double there = counted_by_callgrind(kCppWork, input) - empty;
  EXPECT_EQ(here.output, read_file(path("output")).value());
  EXPECT_GT(there, 1e7) << "too little work to compare";
  EXPECT_LE(std::abs(cost - there), 0.02 * there) << "here " << cost << ", as an executable " << there;
  RecordProperty("cost", std::to_string(cost));
  RecordProperty("executable", std::to_string(there));
}

}  // namespace
}  // namespace effk::measure
