// The program `icount`: its counts against a debugger's single steps, and what the program under count sees
// of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <signal.h>

#include <cstdlib>
#include <string>

#include "tests/counters/icount/counted_program.h"
#include "tests/counters/spawned.h"

namespace effk::counters {

// For the names of the tests.
void PrintTo(const CountedProgram& program, std::ostream* out) {
  *out << program.name;
}

namespace {

std::string name_of(const testing::TestParamInfo<CountedProgram>& one) {
  return one.param.name;
}

std::vector<CountedProgram> short_programs() {
  std::vector<CountedProgram> programs = built_programs();
  std::erase_if(programs, [](const CountedProgram& one) { return !one.is_short; });
  return programs;
}

class IcountOf : public testing::TestWithParam<CountedProgram> {};
class IcountOfShort : public testing::TestWithParam<CountedProgram> {};

TEST_P(IcountOfShort, AProgramIsWhatADebuggerSteps) {
  const Stepped stepped = stepped_as_counted(GetParam().command);
  const Counted counted = counted_as_stepped(GetParam().command);
  ASSERT_GT(stepped.instructions, 5000U);
  EXPECT_EQ(counted.instructions, stepped.instructions);
  EXPECT_EQ(counted.output, stepped.output);
}

TEST_P(IcountOf, AnyProgramChangesNothingThatItDoes) {
  const Spawned native = run_command(GetParam().command, same_environment());
  const Counted counted = counted_by_icount(GetParam().command);
  EXPECT_EQ(counted.output, native.output);
  EXPECT_EQ(counted.status, native.wait_status);
}

TEST_P(IcountOf, AnyProgramIsTheSameEachTime) {
  const Counted first = counted_by_icount(GetParam().command, {"--virtual-time"});
  EXPECT_GT(first.instructions, 5000U);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(counted_by_icount(GetParam().command, {"--virtual-time"}).instructions, first.instructions);
  }
}

INSTANTIATE_TEST_SUITE_P(, IcountOf, testing::ValuesIn(built_programs()), name_of);
INSTANTIATE_TEST_SUITE_P(, IcountOfShort, testing::ValuesIn(short_programs()), name_of);

TEST(Icount, EndsWithTheSignalThatEndedTheProgram) {
  const Counted counted = counted_by_icount({test_program("counted_signals_dynamic").string(), "abort"});
  EXPECT_EQ(WEXITSTATUS(counted.status), 128 + SIGABRT);
  EXPECT_GT(counted.instructions, 5000U);
}

TEST(Icount, StopsAProgramSoonAfterItsLimit) {
  constexpr std::uint64_t kLimit = 50'000'000;
  const Counted counted = counted_by_icount({"/usr/bin/python3", "-S", "-c", "while True: pass"},
                                            {"--limit=" + std::to_string(kLimit)});
  EXPECT_EQ(WEXITSTATUS(counted.status), 128 + SIGKILL);
  EXPECT_GT(counted.instructions, kLimit);
  EXPECT_LT(counted.instructions, kLimit + 1'000'000);
}

TEST(Icount, StopsAForkedProcessSoonAfterTheLimitOfItsParent) {
  const Counted counted =
      counted_by_icount({"/usr/bin/python3", "-S", "-c",
                         "import os\nif os.fork() == 0:\n while True: pass\nprint(os.wait()[1], flush=True)"},
                        {"--limit=60000000"});
  EXPECT_EQ(counted.output, std::to_string(SIGKILL) + "\n");
  EXPECT_EQ(counted.status, 0);
  EXPECT_GT(counted.instructions, 60'000'000U);
  EXPECT_LT(counted.instructions, 121'000'000U);
}

TEST(Icount, GivesThePythonThatRunsUnderItTheSameTimeAndTheSameRandomNumbersEachTime) {
  const std::vector<std::string> command = {
      "/usr/bin/python3", "-S", "-c",
      "import os, time, random; print(time.time(), time.perf_counter(), os.urandom(8), random.random())"};
  const Counted first = counted_by_icount(command, {"--virtual-time"});
  const Counted second = counted_by_icount(command, {"--virtual-time"});
  const Counted seeded = counted_by_icount(command, {"--virtual-time", "--seed=2"});
  EXPECT_EQ(WEXITSTATUS(first.status), 0);
  EXPECT_EQ(first.output, second.output);
  EXPECT_EQ(first.instructions, second.instructions);
  EXPECT_NE(first.output, seeded.output);
}

TEST(Icount, SaysWhatItCannotRun) {
  const Spawned script = run_command({icount_program(), "--", "/usr/bin/ldd"}, same_environment());
  EXPECT_EQ(WEXITSTATUS(script.wait_status), 96);
  EXPECT_THAT(script.output, testing::HasSubstr("name its interpreter instead: /usr/bin/ldd"));
  const Spawned nothing = run_command({icount_program(), "--", "/nowhere"}, same_environment());
  EXPECT_EQ(WEXITSTATUS(nothing.wait_status), 96);
  EXPECT_THAT(nothing.output, testing::HasSubstr("cannot open the program: /nowhere"));
  const Spawned usage = run_command({icount_program(), "--frobnicate"}, same_environment());
  EXPECT_EQ(WEXITSTATUS(usage.wait_status), 2);
  EXPECT_THAT(usage.output, testing::HasSubstr("usage: icount [OPTIONS] -- PROGRAM"));
}

}  // namespace
}  // namespace effk::counters
