#include <gtest/gtest.h>

#include "harness/measure/warm_driver.h"
#include "tests/measure/no_instrument.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::measure {
namespace {

using suite::Language;

// Where each of its small objects lies within a MiB, the size of CPython's arenas.
constexpr const char* kPlaces = R"(
def solve(n):
    objects = [float(i) for i in range(n)] + [(i, i) for i in range(n)] + [{i} for i in range(n)] + [str(i + 10 ** 6) for i in range(n)]
    return ' '.join('%x' % (id(one) % 2**20) for one in objects)
)";

std::string places_under(const counters::Instrument& instrument, const toolchain::Toolchain& tools) {
  const suite::Problem problem = toolchain::problem_of({"int"}, "str");
  const toolchain::Program program = toolchain::built(problem, Language::python, kPlaces);
  auto driver = WarmDriver::start(tools, Language::python, instrument, {});
  if (!driver) throw std::runtime_error(error_text(driver.error()));
  Job job;
  job.program = &program;
  const std::string arguments = form::tuple({form::integer(20'000)});
  job.arguments = arguments;
  auto execution = driver->run(job);
  if (!execution) throw std::runtime_error(error_text(execution.error()));
  EXPECT_EQ(execution->wait_status, 0);
  EXPECT_GT(execution->result.size(), 4 * 20'000);
  return execution->result;
}

// Where objects lie reaches counts: blocks and arenas run out at other moments.
TEST(PythonHeapTest, PlacesSmallObjectsAlikeUnderEachInstrument) {
  const std::string natively = places_under(NoInstrument(), toolchain::shared_toolchain());
  for (const char* name : {"icount", "valgrind"}) {
    auto instrument = counters::make_instrument(name, InstallLayout::of_this_program().value());
    if (!instrument) GTEST_SKIP() << error_text(instrument.error());
    EXPECT_TRUE(places_under(**instrument, toolchain::shared_toolchain()) == natively) << name;
  }
}

TEST(PythonHeapTest, PlacesSmallObjectsAlikeWhateverTheWarmUpMet) {
  const auto richer = toolchain::Toolchain::open(
      {InstallLayout::of_this_program().value(), toolchain::test_cache(), {"plistlib", "mailbox"}, {}});
  ASSERT_TRUE(richer) << error_text(richer.error());
  EXPECT_TRUE(places_under(NoInstrument(), *richer) ==
              places_under(NoInstrument(), toolchain::shared_toolchain()));
}

}  // namespace
}  // namespace effk::measure
