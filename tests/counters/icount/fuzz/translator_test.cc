// Random programs under icount do what they do natively, and are counted as a debugger steps. A short run of
// translator_fuzz, which goes on for as long as one likes.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "harness/base/install_layout.h"
#include "harness/base/temporary_folder.h"
#include "tests/counters/icount/fuzz/trial.h"

namespace effk::icount::fuzz {
namespace {

constexpr std::uint64_t kSeeds = 12;

TEST(IcountTranslator, LeavesRandomProgramsAsTheProcessorRunsThemAndCountsThemAsADebuggerSteps) {
  const auto folder = TemporaryFolder::beneath("/dev/shm");
  const auto bin = InstallLayout::of_this_program()->libexec.parent_path().parent_path() / "bin";
  const Executor executor(bin / "icount", folder->path());
  Tally tally;
  for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) EXPECT_EQ(try_seed(seed, executor, tally), "") << seed;
  EXPECT_GT(tally.programs, 10 * kSeeds);
  EXPECT_GT(tally.counts, tally.programs / 2);
  EXPECT_GT(tally.faults, tally.programs);
}

}  // namespace
}  // namespace effk::icount::fuzz
