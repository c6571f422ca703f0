// Events of real samples, under the time instrument: through the driver's child, its marks and the reading.
#include "harness/counters/side_events.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <optional>

#include "harness/counters/time_instrument.h"
#include "harness/measure/warm_driver.h"
#include "tests/measure/no_instrument.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::measure {
namespace {

using suite::Language;
using toolchain::Program;

constexpr const char* kFaults = "PERF_COUNT_SW_PAGE_FAULTS";
constexpr const char* kMajorFaults = "PERF_COUNT_SW_PAGE_FAULTS_MAJ";
constexpr const char* kClock = "PERF_COUNT_SW_TASK_CLOCK";

// Touch n fresh pages of 4 KiB. The first page of a block has the allocator's own words in it.
constexpr const char* kCpp = R"(
int solve(int n) {
  volatile char* pages = static_cast<char*>(std::calloc(4000, 4096));
  for (int i = 1; i <= n; ++i) pages[i * 4096] = 1;
  return n;
})";
constexpr const char* kPython = R"(
def solve(n):
    return len(bytearray(n * 4096)) // 4096
)";

// Where every large block is made of huge pages, one fault stands for 512 pages.
bool has_huge_pages_everywhere() {
  std::ifstream file("/sys/kernel/mm/transparent_hugepage/enabled");
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  return text.find("[always]") != std::string::npos;
}

class SideEventsOfASample : public testing::TestWithParam<Language> {
 protected:
  void SetUp() override {
    if (const auto events = counters::SideEvents::open({kFaults}); !events)
      GTEST_SKIP() << error_text(events.error());
    auto clock = counters::make_time_instrument();
    if (!clock) GTEST_SKIP() << error_text(clock.error());
    instrument_ = std::move(*clock);
  }

  WarmDriver start(const std::vector<std::string>& names) const {
    DriverOptions options;
    if (!names.empty())
      options.events =
          std::make_shared<const counters::SideEvents>(counters::SideEvents::open(names).value());
    return WarmDriver::start(toolchain::shared_toolchain(), GetParam(), *instrument_, options).value();
  }

  static Execution run(WarmDriver& driver, int pages) {
    const suite::Problem problem = toolchain::problem_of({"int"}, "int");
    const Program program =
        toolchain::built(problem, GetParam(), GetParam() == Language::cpp ? kCpp : kPython);
    const std::string arguments = form::tuple({form::integer(pages)});
    Job job;
    job.program = &program;
    job.arguments = arguments;
    Execution execution = driver.run(job).value();
    EXPECT_EQ(execution.wait_status, 0);
    return execution;
  }

  std::unique_ptr<counters::Instrument> instrument_;
};

INSTANTIATE_TEST_SUITE_P(Of, SideEventsOfASample, testing::Values(Language::cpp, Language::python),
                         [](const auto& one) { return std::string(suite::to_string(one.param)); });

TEST_P(SideEventsOfASample, AreAPageFaultForEachPageThatItTouches) {
  if (has_huge_pages_everywhere()) GTEST_SKIP() << "huge pages are on for everybody: one fault is 512 pages";
  WarmDriver driver = start({kFaults});
  for (int time = 0; time < 2; ++time) {
    const auto none = run(driver, 0).use.events.at(kFaults);
    const auto many = run(driver, 3000).use.events.at(kFaults);
    EXPECT_GE(many, none + 3000);
    EXPECT_LE(many, none + 3300);
  }
}

TEST_P(SideEventsOfASample, AreReadEachUnderItsOwnNameWhateverTheirOrder) {
  WarmDriver driver = start({kMajorFaults, kClock, kFaults});
  const auto events = run(driver, 3000).use.events;
  ASSERT_EQ(events.size(), 3U);
  EXPECT_LT(events.at(kMajorFaults), events.at(kFaults));
  EXPECT_GT(events.at(kClock), events.at(kFaults));
}

// Counts with an event of the child's own, as perf does: its cost is page faults.
class FaultInstrument : public NoInstrument {
 public:
  Result<std::unique_ptr<counters::Meter>> attach(std::optional<int>) const override {
    return std::make_unique<FaultMeter>();
  }

 private:
  class FaultMeter : public NoMeter {
   public:
    std::string event_attributes(std::optional<Cost>) const override { return events_.attributes(); }
    Result<void> start(pid_t, UniqueFd event) override {
      counts_.emplace(events_);
      if (event) counts_->take(std::move(event));
      return counts_->start();
    }
    Result<Instructions> read() override {
      const auto counts = counts_->read();
      if (!counts) return tl::unexpected(counts.error());
      return Instructions{counts->at(kFaults)};
    }

   private:
    counters::SideEvents events_ = counters::SideEvents::open({kFaults}).value();
    std::optional<counters::SideCounts> counts_;
  };
};

TEST_P(SideEventsOfASample, AreNotMixedUpWithTheEventThatTheInstrumentCountsWith) {
  instrument_ = std::make_unique<FaultInstrument>();
  WarmDriver driver = start({kClock, kFaults});
  const Execution execution = run(driver, 3000);
  EXPECT_EQ(execution.use.events.at(kFaults), execution.total.value);
  EXPECT_GT(execution.use.events.at(kClock), 10 * execution.total.value);
}

TEST_P(SideEventsOfASample, AreNoneWhereNoneWereAskedFor) {
  WarmDriver driver = start({});
  EXPECT_TRUE(run(driver, 10).use.events.empty());
}

}  // namespace
}  // namespace effk::measure
