// A machine that has no processor for a sample must not be held against it.
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "harness/measure/warm_driver.h"
#include "tests/measure/no_instrument.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::measure {
namespace {

// Takes nearly all of one processor from whatever else runs there, other sessions included.
class ProcessorHog {
 public:
  explicit ProcessorHog(int cpu) {
    int ends[2];
    if (::pipe(ends) != 0) return;
    pid_ = ::fork();
    if (pid_ == 0) {
      ::prctl(PR_SET_PDEATHSIG, SIGKILL);
      ::setsid();
      cpu_set_t set;
      CPU_ZERO(&set);
      CPU_SET(static_cast<unsigned>(cpu), &set);
      std::ofstream group("/proc/self/autogroup");
      group << -20 << std::flush;
      const bool ready = group.good() && ::sched_setaffinity(0, sizeof set, &set) == 0;
      if (::write(ends[1], ready ? "y" : "n", 1) != 1 || !ready) ::_exit(1);
      volatile bool busy = true;
      while (busy) {
      }
    }
    ::close(ends[1]);
    char answer = 'n';
    works_ = ::read(ends[0], &answer, 1) == 1 && answer == 'y';
    ::close(ends[0]);
  }
  ~ProcessorHog() { stop(); }
  ProcessorHog(const ProcessorHog&) = delete;
  ProcessorHog& operator=(const ProcessorHog&) = delete;

  bool works() const { return works_; }
  void stop() {
    if (pid_ <= 0) return;
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
    pid_ = -1;
  }

 private:
  pid_t pid_ = -1;
  bool works_ = false;
};

// The first that this process may use; -1 if it is the only one.
int a_cpu_of_several() {
  cpu_set_t set;
  if (::sched_getaffinity(0, sizeof set, &set) != 0 || CPU_COUNT(&set) < 2) return -1;
  int cpu = 0;
  while (!CPU_ISSET(static_cast<unsigned>(cpu), &set)) ++cpu;
  return cpu;
}

TEST(StarvedChild, IsNotChargedWithTheTimeInWhichItWaitedForAProcessor) {
  using std::chrono::milliseconds;
  const int cpu = a_cpu_of_several();
  if (cpu < 0) GTEST_SKIP() << "a second processor is wanted to watch from";
  const NoInstrument none;
  DriverOptions options;
  options.cpu = cpu;
  auto driver = WarmDriver::start(toolchain::shared_toolchain(), suite::Language::cpp, none, options);
  ASSERT_TRUE(driver) << error_text(driver.error());
  const auto spins = toolchain::built(toolchain::problem_of({"int"}, "int"), suite::Language::cpp,
                                      "int solve(int n) { volatile int x = n; while (x) {} return 0; }");
  const std::string arguments = form::tuple({form::integer(20)});
  Job job;
  job.program = &spins;
  job.arguments = arguments;
  job.wall_limit = milliseconds(300);

  ProcessorHog hog(cpu);
  if (!hog.works()) GTEST_SKIP() << "this user may not raise the share of a session (/proc/self/autogroup)";
  std::thread relief([&] {
    std::this_thread::sleep_for(milliseconds(2000));
    hog.stop();
  });
  const auto execution = driver->run(job);
  relief.join();
  ASSERT_TRUE(execution) << error_text(execution.error());
  EXPECT_TRUE(execution->killed_over_wall_limit);
  EXPECT_GT(execution->use.user_us + execution->use.system_us, 200'000)
      << "it was stopped before it had had its time";
}

}  // namespace
}  // namespace effk::measure
