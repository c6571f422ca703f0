// The promise that a C++ region costs what the same code costs in an ordinary executable. The oracle is
// callgrind, which shares no code with ours: it counts a program that calls the function once and one that
// only makes ready for it. (A second call would find a heap that the first has cut into pieces, and cost
// more.)
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <fstream>

#include "harness/base/files.h"
#include "harness/base/system_program.h"
#include "harness/base/temporary_folder.h"
#include "harness/cases/generator.h"
#include "harness/suite/suite.h"
#include "harness/toolchain/baseline_environment.h"
#include "tests/measure/counted.h"

namespace effk::measure {
namespace {

// Reads the arguments and calls the solution once, or not at all.
constexpr const char* kMain = R"(
#include "effk/codec.h"
#include <fstream>
#include <iterator>
template <class R, class... P> std::tuple<std::decay_t<P>...> arguments_of(R (*)(P...));
int main(int argc, char** argv) {
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  using Arguments = decltype(arguments_of(&SOLUTION));
  const auto arguments = effk::codec::read_whole<Arguments>(bytes);
  Arguments copy = arguments;
  if (argc > 2) { auto result = std::apply(SOLUTION, copy); asm volatile("" :: "r"(&result) : "memory"); }
}
)";

class OrdinaryExecutable : public Counted {
 protected:
  void SetUp() override {
    Counted::SetUp();
    valgrind_ = system_program("valgrind");
    compiler_ = system_program("g++");
    if (!IsSkipped() && !valgrind_) GTEST_SKIP() << "there is no valgrind with callgrind on this machine";
  }

  // What callgrind counts in a program that calls the solution, or does not.
  double counted(bool calls) {
    // As in a driver: the C library chooses its string routines by what the processor can do.
    std::string command = "env -i";
    for (const std::string& variable : toolchain::kBaselineEnvironment) command += " " + variable;
    command += " " + valgrind_->string() +
               " --tool=callgrind --callgrind-out-file=/dev/null --log-file=" + path("log") + " " +
               path("program");
    command += " " + path("arguments") + (calls ? " call" : "");
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    const std::string log = read_file(folder_.path() / "log").value();
    const auto at = log.find("Collected : ");
    EXPECT_NE(at, std::string::npos) << log;
    return at == std::string::npos ? 0 : std::atof(log.c_str() + at + 12);
  }

  double cost_as_executable(const std::string& code, const std::string& entry, const std::string& arguments) {
    std::ofstream(folder_.path() / "program.cpp") << "#include <bits/stdc++.h>\n"
                                                  << code << "\n#define SOLUTION " << entry << "\n"
                                                  << kMain;
    std::ofstream(folder_.path() / "arguments", std::ios::binary) << arguments;
    const std::string headers = (InstallLayout::of_this_program().value().share / "include").string();
    const std::string command = compiler_->string() + " -std=c++20 -O2 -w -I" + headers + " -o " +
                                path("program") + " " + path("program.cpp");
    EXPECT_EQ(std::system(command.c_str()), 0);
    return counted(true) - counted(false);
  }

  double cost_of_region(const suite::Problem& problem, const std::string& code,
                        const std::string& arguments) {
    const toolchain::Program program = toolchain::built(problem, suite::Language::cpp, code);
    const Execution execution = run(program, arguments);
    EXPECT_EQ(execution.wait_status, 0);
    if (!execution.at_done || !execution.at_loaded) return 0;
    return static_cast<double>((*execution.at_done - *execution.at_loaded).value);
  }

  void expect_within_two_percent(const suite::Problem& problem, const std::string& code,
                                 const std::string& arguments) {
    const double region = cost_of_region(problem, code, arguments);
    const double executable = cost_as_executable(code, problem.signature.entry_point, arguments);
    EXPECT_GT(executable, 1e6) << "too little work to compare";
    EXPECT_LE(std::abs(region - executable), 0.02 * executable)
        << "region " << region << ", executable " << executable << ": " << region / executable;
    RecordProperty("region", std::to_string(region));
    RecordProperty("executable", std::to_string(executable));
  }

  void compare_reference(const char* id) {
    const auto suite = suite::load_suite(EFFK_SOURCE_DIR);
    ASSERT_TRUE(suite) << error_text(suite.error());
    const suite::Problem* problem = suite->find(id);
    ASSERT_NE(problem, nullptr);
    const auto generator =
        cases::Generator::open(*problem, toolchain::shared_toolchain(), {folder_.path(), 1, {}});
    ASSERT_TRUE(generator) << error_text(generator.error());
    const auto one = generator->make(1, 0, suite::Language::cpp);
    ASSERT_TRUE(one) << error_text(one.error());
    expect_within_two_percent(*problem, read_file(problem->references_folder / "reference.cpp").value(),
                              one->arguments);
  }

  std::string path(const char* name) const { return (folder_.path() / name).string(); }

  std::optional<std::filesystem::path> valgrind_, compiler_;
  TemporaryFolder folder_ = TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value();
};

TEST_F(OrdinaryExecutable, CostsWhatTheReferenceOfInversionsCosts) {
  compare_reference("inversions");
}

TEST_F(OrdinaryExecutable, CostsWhatTheReferenceOfRangeSumsCosts) {
  compare_reference("range_sums");
}

TEST_F(OrdinaryExecutable, CostsWhatTheReferenceOfShortestCycleCosts) {
  compare_reference("shortest_cycle");
}

// Plain `-fPIC -shared` made this 1.7 times dearer: calls through the PLT, globals through the GOT, and
// nothing inlined that could be replaced from outside. The containers are not destroyed: when free() merges
// its chunks depends on what else lies in the heap, which differs between any two programs (6% here, were
// they destroyed).
TEST_F(OrdinaryExecutable, CostsWhatCallsGlobalsSortsAndHashTablesCost) {
  expect_within_two_percent(toolchain::problem_of({"list[int]", "int"}, "int"), R"(
struct Shape { virtual ~Shape() = default; virtual int area(int scale) const = 0; };
struct Square : Shape { int side; explicit Square(int s) : side(s) {} int area(int scale) const override; };
struct Circle : Shape { int radius; explicit Circle(int r) : radius(r) {} int area(int scale) const override; };
int Square::area(int scale) const { return side * side + scale; }
int Circle::area(int scale) const { return 3 * radius * radius - scale; }
long long total = 0;
std::vector<int> memory;
int fibonacci(int n) { ++total; return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); }
void remember(int n) { memory.push_back(n); total += n; }
long long solve(const std::vector<int>& a, int k) {
  auto& counts = *new std::unordered_map<int, int>; auto& names = *new std::map<std::string, int>;
  auto& shapes = *new std::vector<std::unique_ptr<Shape>>;
  for (int x : a) {
    ++counts[x]; ++names[std::to_string(x % 100)]; remember(x % 7);
    if (x % 2) shapes.push_back(std::make_unique<Square>(x)); else shapes.push_back(std::make_unique<Circle>(x));
  }
  std::vector<int> sorted = a; std::sort(sorted.begin(), sorted.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](int x, int y) { return x % 10 < y % 10; });
  for (const auto& shape : shapes) total += shape->area(k);
  std::string text; for (auto& [name, count] : names) text += name; total += std::hash<std::string>()(text) % 7;
  total += fibonacci(k) + counts.size() + sorted[sorted.size() / 2];
  return total;
})",
                            [] {
                              std::vector<std::string> values;
                              std::int64_t x = 1;
                              for (int i = 0; i < 5000; ++i)
                                values.push_back(form::integer(x = x * 48271 % 65521));
                              return form::tuple({form::list(values), form::integer(18)});
                            }());
}

}  // namespace
}  // namespace effk::measure
