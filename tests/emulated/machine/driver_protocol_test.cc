// A case measured as the harness measures it: a warm driver, its trusted child that opens the event on itself
// before mark 0 and passes it over, and the supervisor's side that answers marks and reads the counter. Only
// the sandbox is left out, whose filters are for x86-64.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <stdexcept>

#include "harness/base/files.h"
#include "harness/base/install_layout.h"
#include "harness/measure/control_socket.h"
#include "harness/measure/job_watch.h"
#include "harness/toolchain/drivers/job.h"
#include "harness/toolchain/job_file.h"
#include "tests/emulated/machine/on_counters.h"
#include "tests/toolchain/value_form.h"

namespace effk::measure {
namespace {

using counters::kSlack;

void must(const Result<void>& done) {
  if (!done) throw std::runtime_error(error_text(done.error()));
}

// The C++ driver, from its start to its end.
class Driver {
 public:
  Driver() {
    auto control = socket_pair(false).value();
    control_ = std::move(control.ours);
    const auto program = InstallLayout::of_this_program().value().libexec / "effk-cpp-driver";
    const UniqueFd theirs(::fcntl(control.theirs.get(), F_DUPFD_CLOEXEC, 20));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, theirs.get(), EFFK_CONTROL_FD);
    char* arguments[] = {const_cast<char*>(program.c_str()), nullptr};
    char* environment[] = {const_cast<char*>("LD_BIND_NOW=1"), nullptr};
    if (::posix_spawn(&pid_, program.c_str(), &actions, nullptr, arguments, environment) != 0)
      throw std::runtime_error("the driver does not start");
    posix_spawn_file_actions_destroy(&actions);
    wait_for(control_.get());
    EffkReady ready{};
    const auto packet = receive_packet(control_.get()).value();
    if (!packet || packet->bytes.size() != sizeof ready) throw std::runtime_error("the driver is not ready");
  }
  ~Driver() {
    control_.reset();
    int status = 0;
    ::waitpid(pid_, &status, 0);
  }

  Execution run(counters::Meter& meter, std::int64_t iterations, std::optional<Cost> budget = {},
                const counters::SideEvents& events = {}) {
    Job job;
    job.budget = budget;
    const std::string arguments = form::tuple({form::integer(iterations)});
    const std::string attributes = meter.event_attributes(budget) + events.attributes();
    const auto file =
        memory_file("job", toolchain::job_file({"", attributes, arguments, "", "solve", "int"}));
    const auto result = memory_file("result").value();
    const auto output = memory_file("output").value();
    auto marks = socket_pair(true).value();
    const UniqueFd codec = library("codec.so");
    const UniqueFd solution = library("solution.so");
    const int descriptors[] = {file->get(),        result.get(), output.get(),
                               marks.theirs.get(), codec.get(),  solution.get()};
    const EffkJobPacket packet{EFFK_JOB_MAGIC, static_cast<std::uint32_t>(std::size(descriptors))};
    must(meter.prepare());
    must(send_packet(control_.get(), {reinterpret_cast<const char*>(&packet), sizeof packet}, descriptors));
    marks.theirs.reset();

    JobWatch watch(job, meter, &events);
    looks_ = 0;
    while (true) {
      pollfd polled[] = {{control_.get(), POLLIN, 0}, {watch.listens() ? marks.ours.get() : -1, POLLIN, 0}};
      ::poll(polled, 2, 60'000);
      ++looks_;
      if (watch.listens()) must(watch.answer_marks(marks.ours.get()));
      if (const auto end = receive_packet(control_.get()).value()) {
        must(watch.end(end->bytes));
        break;
      }
      must(watch.keep_within_budget());
    }
    Execution execution = watch.take_execution();
    execution.result = read_descriptor(result.get(), 10'000);
    return execution;
  }

  // How often the supervisor woke during the last run.
  int looks() const { return looks_; }

 private:
  static UniqueFd library(const char* name) {
    const auto folder = InstallLayout::of_this_program().value().libexec.parent_path().parent_path();
    return UniqueFd(::open((folder / "tests" / "lib" / name).c_str(), O_RDONLY | O_CLOEXEC));
  }

  static void wait_for(int descriptor) {
    pollfd polled{descriptor, POLLIN, 0};
    ::poll(&polled, 1, 60'000);
  }

  UniqueFd control_;
  pid_t pid_ = -1;
  int looks_ = 0;
};

class DriverOnCounters : public testing::Test {
 protected:
  void SetUp() override {
    auto made = counters::make_perf_instrument();
    ASSERT_TRUE(made) << error_text(made.error());
    instrument_ = std::move(*made);
    meter_ = instrument_->attach({}).value();
  }

  std::unique_ptr<counters::Instrument> instrument_;
  std::unique_ptr<counters::Meter> meter_;
  Driver driver_;
};

TEST_F(DriverOnCounters, ACaseIsMeasuredThroughTheDriversProtocol) {
  constexpr std::int64_t kIterations = 100'000;
  const auto region = [](const Execution& execution) {
    return (execution.at_done.value() - execution.at_loaded.value()).value;
  };
  const Execution once = driver_.run(*meter_, kIterations);
  const Execution twice = driver_.run(*meter_, 2 * kIterations);
  for (const auto& [execution, iterations] : {std::pair{&once, kIterations}, {&twice, 2 * kIterations}}) {
    EXPECT_TRUE(execution->reached_mark_zero);
    EXPECT_EQ(execution->wait_status, 0);
    ASSERT_GT(execution->result.size(), sizeof(EffkResultHeader));
    EXPECT_EQ(execution->result.substr(sizeof(EffkResultHeader)), form::integer(iterations));
    EXPECT_GE(execution->total, *execution->at_done);
  }
  constexpr std::uint64_t kDifference = kIterations * kKnownLoopInstructions;
  EXPECT_NEAR(region(twice) - region(once), kDifference, kSlack);
  EXPECT_NEAR((twice.total - once.total).value, kDifference, kSlack);
}

// By libpfm4's general name, and by that of this processor's own event.
TEST_F(DriverOnCounters, EventsOfTheProcessorAreRecordedBesideTheCount) {
  const auto events = counters::SideEvents::open({"PERF_COUNT_HW_CPU_CYCLES", "arm_ac57::INST_RETIRED"});
  ASSERT_TRUE(events) << error_text(events.error());
  const Execution execution = driver_.run(*meter_, 100'000, {}, *events);
  ASSERT_EQ(execution.use.events.size(), 2u);
  EXPECT_NEAR(execution.use.events.at("arm_ac57::INST_RETIRED"), execution.total.value, kSlack);
  EXPECT_GT(execution.use.events.at("PERF_COUNT_HW_CPU_CYCLES"), 0u);
}

// The names are all of one event: each wants a counter.
TEST_F(DriverOnCounters, MoreEventsThanTheProcessorHasCountersAreRefusedBeforeAnythingIsMeasured) {
  const std::vector<std::string> names = {"PERF_COUNT_HW_INSTRUCTIONS",   "arm_ac57::INST_RETIRED",
                                          "perf::INSTRUCTIONS",           "INSTRUCTIONS:u",
                                          "PERF_COUNT_HW_INSTRUCTIONS:u", "arm_ac57::INST_RETIRED:u"};
  const auto some = counters::SideEvents::open({names[0], names[1]});
  ASSERT_TRUE(some) << error_text(some.error());
  EXPECT_TRUE(some->fit_beside(meter_->event_attributes({})));
  const auto all = counters::SideEvents::open(names);
  ASSERT_TRUE(all) << error_text(all.error());
  const auto fit = all->fit_beside(meter_->event_attributes({}));
  ASSERT_FALSE(fit);
  EXPECT_EQ(fit.error().what, "--events names more events than there are counters for");
}

TEST_F(DriverOnCounters, ASampleIsStoppedSoonAfterItsBudgetWithoutBeingLookedAtInBetween) {
  constexpr Cost kBudget{20'000'000};
  const Execution execution = driver_.run(*meter_, 1'000'000'000'000, kBudget);
  EXPECT_TRUE(execution.killed_over_budget);
  EXPECT_EQ(WTERMSIG(execution.wait_status), SIGKILL);
  EXPECT_GT(execution.total, kBudget);
  EXPECT_LT(execution.total.value, kBudget.value + 1'000'000);
  // Two marks, the signal, the driver's last word; and a wake-up more for each that comes in two parts.
  EXPECT_LT(driver_.looks(), 10);
}

}  // namespace
}  // namespace effk::measure
