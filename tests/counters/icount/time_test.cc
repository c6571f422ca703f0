// Time, chance and signals from outside, as a program under icount meets them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include "tests/counters/icount/counted_program.h"
#include "tests/counters/spawned.h"

namespace effk::counters {
namespace {

TEST(IcountTime, AndChanceAreTheSameEachTimeWhereTheyAreVirtual) {
  for (const char* name : {"chance_static", "chance_dynamic"}) {
    const Counted first = counted_by_icount({program_path(name)}, {"--virtual-time"});
    EXPECT_EQ(first.status, 0) << first.output;
    for (const char* source : {"getrandom", "/dev/urandom", "/dev/random", "readv", "rdrand", "rdseed"})
      EXPECT_THAT(first.output, testing::HasSubstr(std::string("\n") + source + " "));
    EXPECT_THAT(first.output, testing::HasSubstr("\nalarm in 100\n"));
    for (int i = 0; i < 3; ++i) {
      const Counted again = counted_by_icount({program_path(name)}, {"--virtual-time"});
      EXPECT_EQ(again.output, first.output);
      EXPECT_EQ(again.instructions, first.instructions);
    }
    const Counted seeded = counted_by_icount({program_path(name)}, {"--virtual-time", "--seed=2"});
    EXPECT_NE(seeded.output, first.output);
  }
}

// The lines of the program's output that are the same on each native run tell of everything else.
TEST(IcountTime, SignalsFromOutsideArriveInLoopsAndInSystemCallsAsTheyDoNatively) {
  for (const char* name : {"awaited_static", "awaited_dynamic"}) {
    const Spawned native = run_command({program_path(name)}, same_environment());
    const Counted counted = counted_by_icount({program_path(name)});
    EXPECT_EQ(counted.output, native.output);
    EXPECT_EQ(counted.status, native.wait_status);
  }
}

}  // namespace
}  // namespace effk::counters
