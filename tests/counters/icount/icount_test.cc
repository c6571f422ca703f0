// The program `icount`: its counts against a debugger's single steps, and what the program under count sees
// of it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/auxvec.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <signal.h>

#include <cstdlib>
#include <map>
#include <string>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "tests/counters/spawned.h"

namespace effk::counters {
namespace {

// The dynamic loader and the C library look at the same processor and at nothing that the kernel adds.
const std::vector<std::string> kEnvironment = {
    "GLIBC_TUNABLES=glibc.pthread.rseq=0:glibc.cpu.hwcaps=-AVX512F,-AVX512VL,-AVX512BW,-ERMS,-FSRM,-XSAVEC"};

std::string icount() {
  return (InstallLayout::of_this_program()->libexec.parent_path().parent_path() / "bin" / "icount").string();
}

struct Counted {
  int status = 0;
  std::string output;
  std::uint64_t instructions = 0;
};

Counted counted_by_icount(const std::string& program, std::vector<std::string> options = {},
                          std::vector<std::string> arguments = {}) {
  const auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path());
  const std::string file = (folder->path() / "count").string();
  std::vector<std::string> command = {icount(), "--output=" + file};
  command.insert(command.end(), options.begin(), options.end());
  command.insert(command.end(), {"--", program});
  command.insert(command.end(), arguments.begin(), arguments.end());
  const Spawned spawned = run_command(command, kEnvironment);
  const auto text = read_file(file);
  return {spawned.wait_status, spawned.output, text ? std::strtoull(text->c_str(), nullptr, 10) : 0};
}

// What the kernel tells a new program, cut down to what icount tells it, in the same order: the loops over it
// take as many instructions.
void give_the_same_vector(pid_t child) {
  user_regs_struct registers{};
  ::ptrace(PTRACE_GETREGS, child, nullptr, &registers);
  const auto peek = [child](std::uint64_t at) {
    return static_cast<std::uint64_t>(::ptrace(PTRACE_PEEKDATA, child, at, nullptr));
  };
  std::uint64_t at = registers.rsp;
  at += 8 * (peek(at) + 2);
  while (peek(at) != 0) at += 8;
  const std::uint64_t vector = at + 8;
  std::map<std::uint64_t, std::uint64_t> values;
  for (at = vector; peek(at) != AT_NULL; at += 16) values[peek(at)] = peek(at + 8);
  values[AT_HWCAP2] = 0;
  values[AT_MINSIGSTKSZ] = 2048;
  at = vector;
  for (const std::uint64_t type :
       {AT_HWCAP,  AT_PAGESZ, AT_CLKTCK, AT_PHDR,     AT_PHENT,       AT_PHNUM, AT_BASE,
        AT_FLAGS,  AT_ENTRY,  AT_UID,    AT_EUID,     AT_GID,         AT_EGID,  AT_SECURE,
        AT_RANDOM, AT_HWCAP2, AT_EXECFN, AT_PLATFORM, AT_MINSIGSTKSZ, AT_NULL}) {
    ::ptrace(PTRACE_POKEDATA, child, at, type);
    ::ptrace(PTRACE_POKEDATA, child, at + 8, values[type]);
    at += 16;
  }
}

std::uint64_t single_steps(const std::string& program) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::personality(ADDR_NO_RANDOMIZE);
    ::dup2(::memfd_create("output", 0), 1);  // as run_command does it: a terminal costs more
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    char* const arguments[] = {const_cast<char*>(program.c_str()), nullptr};
    char* const environment[] = {const_cast<char*>(kEnvironment[0].c_str()), nullptr};
    ::execve(program.c_str(), arguments, environment);
    ::_exit(127);
  }
  std::uint64_t steps = 0;
  int status = 0;
  ::waitpid(child, &status, 0);
  give_the_same_vector(child);
  while (WIFSTOPPED(status)) {
    ::ptrace(PTRACE_SINGLESTEP, child, nullptr, nullptr);
    ::waitpid(child, &status, 0);
    ++steps;
  }
  return steps;
}

std::string path_of(const std::string& name) {
  return test_program("counted_" + name).string();
}

class IcountOf : public testing::TestWithParam<const char*> {};
class IcountOfStatic : public testing::TestWithParam<const char*> {};

std::string name_of(const testing::TestParamInfo<const char*>& one) {
  return one.param;
}

// A debugger steps through each iteration of a string instruction.
TEST_P(IcountOfStatic, AProgramIsWhatADebuggerSteps) {
  const std::string program = path_of(GetParam()) + "_static";
  const std::uint64_t steps = single_steps(program);
  ASSERT_GT(steps, 5000U);
  EXPECT_EQ(counted_by_icount(program, {"--baseline=host", "--rep=iterations"}).instructions, steps);
}

TEST_P(IcountOf, AnyProgramChangesNothingThatItDoes) {
  for (const char* kind : {"_static", "_dynamic"}) {
    const std::string program = path_of(GetParam()) + kind;
    const Spawned native = run_command({program}, kEnvironment);
    const Counted counted = counted_by_icount(program);
    EXPECT_EQ(counted.output, native.output) << kind;
    EXPECT_EQ(counted.status, native.wait_status) << kind;
  }
}

TEST_P(IcountOf, AnyProgramIsTheSameEachTime) {
  for (const char* kind : {"_static", "_dynamic"}) {
    const Counted first = counted_by_icount(path_of(GetParam()) + kind, {"--virtual-time"});
    EXPECT_GT(first.instructions, 5000U);
    for (int i = 0; i < 10; ++i) {
      EXPECT_EQ(counted_by_icount(path_of(GetParam()) + kind, {"--virtual-time"}).instructions,
                first.instructions)
          << kind;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(, IcountOf, testing::Values("empty", "strings", "numbers", "flags", "exceptions"), name_of);
// An exception takes millions of steps in a static program, and a debugger a second for 25,000.
INSTANTIATE_TEST_SUITE_P(, IcountOfStatic, testing::Values("empty", "strings", "numbers"), name_of);

TEST(Icount, SurvivesFaultsAndCountsForkedChildrenAsTheProgramDoesNatively) {
  for (const char* kind : {"signals_static", "signals_dynamic"}) {
    const Spawned native = run_command({path_of(kind)}, kEnvironment);
    const Counted counted = counted_by_icount(path_of(kind));
    EXPECT_EQ(counted.output, native.output) << kind;
    EXPECT_EQ(counted.status, native.wait_status) << kind;
    EXPECT_EQ(counted_by_icount(path_of(kind)).instructions, counted.instructions) << kind;
  }
}

TEST(Icount, EndsWithTheSignalThatEndedTheProgram) {
  const Counted counted = counted_by_icount(path_of("signals_dynamic"), {}, {"abort"});
  EXPECT_EQ(WEXITSTATUS(counted.status), 128 + SIGABRT);
  EXPECT_GT(counted.instructions, 5000U);
}

TEST(Icount, StopsAProgramSoonAfterItsLimit) {
  constexpr std::uint64_t kLimit = 50'000'000;
  const Counted counted = counted_by_icount("/usr/bin/python3", {"--limit=" + std::to_string(kLimit)},
                                            {"-S", "-c", "while True: pass"});
  EXPECT_EQ(WEXITSTATUS(counted.status), 128 + SIGKILL);
  EXPECT_GT(counted.instructions, kLimit);
  EXPECT_LT(counted.instructions, kLimit + 1'000'000);
}

TEST(Icount, GivesThePythonThatRunsUnderItTheSameTimeAndTheSameRandomNumbersEachTime) {
  const std::vector<std::string> arguments = {
      "-S", "-c",
      "import os, time, random; print(time.time(), time.perf_counter(), os.urandom(8), random.random())"};
  const Counted first = counted_by_icount("/usr/bin/python3", {"--virtual-time"}, arguments);
  const Counted second = counted_by_icount("/usr/bin/python3", {"--virtual-time"}, arguments);
  const Counted seeded = counted_by_icount("/usr/bin/python3", {"--virtual-time", "--seed=2"}, arguments);
  EXPECT_EQ(WEXITSTATUS(first.status), 0);
  EXPECT_EQ(first.output, second.output);
  EXPECT_EQ(first.instructions, second.instructions);
  EXPECT_NE(first.output, seeded.output);
}

TEST(Icount, SaysWhatItCannotRun) {
  const Spawned script = run_command({icount(), "--", "/usr/bin/ldd"}, kEnvironment);
  EXPECT_EQ(WEXITSTATUS(script.wait_status), 96);
  EXPECT_THAT(script.output, testing::HasSubstr("name its interpreter instead: /usr/bin/ldd"));
  const Spawned nothing = run_command({icount(), "--", "/nowhere"}, kEnvironment);
  EXPECT_EQ(WEXITSTATUS(nothing.wait_status), 96);
  EXPECT_THAT(nothing.output, testing::HasSubstr("cannot open the program: /nowhere"));
  const Spawned usage = run_command({icount(), "--frobnicate"}, kEnvironment);
  EXPECT_EQ(WEXITSTATUS(usage.wait_status), 2);
  EXPECT_THAT(usage.output, testing::HasSubstr("usage: icount [OPTIONS] -- PROGRAM"));
}

}  // namespace
}  // namespace effk::counters
