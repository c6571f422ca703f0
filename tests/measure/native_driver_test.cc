// Drivers without an instrument in front of them, as `perf` runs them, but for the counting.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <fstream>

#include "harness/measure/warm_driver.h"
#include "harness/sandbox/policy.h"
#include "harness/toolchain/drivers/job.h"
#include "tests/measure/no_instrument.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::measure {
namespace {

using suite::Language;
using toolchain::built;
using toolchain::Program;

const suite::Problem kProblem = toolchain::problem_of({"int"}, "int");
const std::string kArguments = form::tuple({form::integer(20)});

class NativeDriver : public testing::TestWithParam<Language> {
 protected:
  static WarmDriver start() {
    const NoInstrument none;
    auto driver = WarmDriver::start(toolchain::shared_toolchain(), GetParam(), none, {});
    if (!driver) throw std::runtime_error(error_text(driver.error()));
    return std::move(*driver);
  }

  static Program program(const char* cpp, const char* python) {
    return built(kProblem, GetParam(), GetParam() == Language::cpp ? cpp : python);
  }

  static Execution run(WarmDriver& driver, const Program& program,
                       std::chrono::milliseconds wall_limit = std::chrono::seconds(60)) {
    Job job;
    job.program = &program;
    job.arguments = kArguments;
    job.wall_limit = wall_limit;
    auto execution = driver.run(job);
    if (!execution) throw std::runtime_error(error_text(execution.error()));
    return std::move(*execution);
  }

  static std::string value_of(const Execution& execution) {
    return execution.result.size() < sizeof(EffkResultHeader)
               ? "none"
               : execution.result.substr(sizeof(EffkResultHeader));
  }
};

INSTANTIATE_TEST_SUITE_P(Of, NativeDriver, testing::Values(Language::cpp, Language::python),
                         [](const auto& one) { return std::string(suite::to_string(one.param)); });

TEST_P(NativeDriver, RunsOneJobAfterTheOther) {
  WarmDriver driver = start();
  const Program doubles = program("int solve(int n) { return 2 * n; }", "def solve(n): return 2 * n\n");
  const Program crashes = program("int solve(int n) { std::raise(SIGSEGV); return n; }",
                                  "import os, signal\ndef solve(n): os.kill(os.getpid(), signal.SIGSEGV)\n");
  for (int i = 0; i < 3; ++i) {
    const Execution good = run(driver, doubles);
    EXPECT_TRUE(good.reached_mark_zero);
    EXPECT_EQ(good.wait_status, 0);
    EXPECT_EQ(value_of(good), form::integer(40));
    const Execution bad = run(driver, crashes);
    EXPECT_TRUE(WIFSIGNALED(bad.wait_status) && WTERMSIG(bad.wait_status) == SIGSEGV) << bad.wait_status;
  }
}

TEST_P(NativeDriver, EndsAChildAfterTheWallLimit) {
  WarmDriver driver = start();
  const Program waits = program("int solve(int n) { volatile int x = n; while (x) {} return 0; }",
                                "def solve(n):\n  while n: pass\n");
  const Execution execution = run(driver, waits, std::chrono::milliseconds(300));
  EXPECT_TRUE(execution.killed_over_wall_limit);
  EXPECT_TRUE(WIFSIGNALED(execution.wait_status));
}

TEST_P(NativeDriver, RefusesFilesAndProcessesAndLetsTheSampleGoOn) {
  WarmDriver driver = start();
  const Program tries = program(R"(
int solve(int) {
  int done = 0;
  if (std::fopen("/etc/passwd", "r")) done += 1;
  if (std::fopen("/tmp/effk-was-here", "w")) done += 2;
  if (std::system("true") == 0) done += 4;
  return done;
})",
                                R"(
import os
def solve(n):
    done = 0
    for bit, attempt in enumerate((lambda: open('/etc/passwd'), lambda: open('/tmp/effk-was-here', 'w'), os.fork)):
        try:
            attempt()
            done |= 1 << bit
        except OSError:
            pass
    return done
)");
  const Execution execution = run(driver, tries);
  EXPECT_EQ(execution.wait_status, 0);
  EXPECT_EQ(value_of(execution), form::integer(0));
}

// Its size is that of the machine's packages: a loader that maps it moves every later address, and with them
// whatever hashes addresses.
TEST_P(NativeDriver, CannotReadTheLoadersCache) {
  if (std::ifstream cache("/etc/ld.so.cache"); !cache) GTEST_SKIP() << "this machine has none";
  if (sandbox::in_force({}).find("landlock=none") != std::string::npos)
    GTEST_SKIP() << "without Landlock nothing keeps a driver from it";
  WarmDriver driver = start();
  const Program tries = program("int solve(int) { return std::ifstream(\"/etc/ld.so.cache\") ? 1 : 0; }",
                                R"(
def solve(n):
    try:
        open('/etc/ld.so.cache', 'rb')
        return 1
    except OSError:
        return 0
)");
  EXPECT_EQ(value_of(run(driver, tries)), form::integer(0));
}

// Names in the folder of the standard library are the machine's, and would be in memory if it were listed.
TEST(PythonDriver, FindsModulesWithoutListingTheFolderOfTheStandardLibrary) {
  const NoInstrument none;
  auto driver = WarmDriver::start(toolchain::shared_toolchain(), Language::python, none, {});
  ASSERT_TRUE(driver) << error_text(driver.error());
  const Program looks = built(kProblem, Language::python, R"(
import encodings, os, sys, this

def solve(n):
    found = 0
    # The one package that the interpreter looks for before the driver's text runs.
    found += encodings.__file__ == '/proc/self/fd/5/encodings/__init__.py'
    finder = sys.path_importer_cache['/usr/lib/python3.11']
    found += 2 * (not isinstance(finder._path_cache, (set, frozenset)))
    # And no trace of how that was done: the environment, the path, and what encodings still has to import.
    found += 4 * ('PYTHONPATH' not in os.environ and all('/proc' not in folder for folder in sys.path))
    found += 8 * ('x'.encode('cp037') == bytes([167]))
    return found
)");
  Job job;
  job.program = &looks;
  job.arguments = kArguments;
  const auto execution = driver->run(job);
  ASSERT_TRUE(execution) << error_text(execution.error());
  ASSERT_GT(execution->result.size(), sizeof(EffkResultHeader)) << execution->output;
  EXPECT_EQ(execution->result.substr(sizeof(EffkResultHeader)), form::integer(15));
}

}  // namespace
}  // namespace effk::measure
