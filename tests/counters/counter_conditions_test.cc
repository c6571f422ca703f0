#include "harness/counters/counter_conditions.h"

#include <gtest/gtest.h>

#include <fstream>

namespace effk::counters {
namespace {

TEST(CounterConditions, AreSaidInOneLine) {
  EXPECT_EQ(in_words({2, false, {}}), "perf_event_paranoid 2");
  EXPECT_EQ(in_words({-1, true, {"cpu_atom", "cpu_core"}}),
            "perf_event_paranoid -1, an NMI watchdog holds a counter, cores: cpu_atom cpu_core");
  EXPECT_EQ(in_words({}), "perf_event_paranoid cannot be read");
}

TEST(CounterConditions, AreThoseOfThisMachine) {
  std::ifstream file("/proc/sys/kernel/perf_event_paranoid");
  int paranoid = 0;
  if (!(file >> paranoid)) GTEST_SKIP() << "this machine does not show kernel.perf_event_paranoid";
  EXPECT_EQ(counter_conditions().paranoid, paranoid);
}

}  // namespace
}  // namespace effk::counters
