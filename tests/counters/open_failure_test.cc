#include "harness/counters/open_failure.h"

#include <gtest/gtest.h>

#include <cerrno>

namespace effk::counters {
namespace {

std::string text(int error_number, std::optional<int> paranoid) {
  return error_text(open_failure(error_number, paranoid));
}

TEST(OpenFailure, NamesTheSettingWhenItIsTooHigh) {
  const std::string wanted =
      "effk: error: perf cannot count here\n"
      "  why:  kernel.perf_event_paranoid is 4, and must be 2 or lower\n"
      "  next: sudo sysctl kernel.perf_event_paranoid=2\n";
  EXPECT_EQ(text(EACCES, 4), wanted);
  EXPECT_EQ(text(EPERM, 4), wanted);
  EXPECT_EQ(text(EACCES, 3),
            "effk: error: perf cannot count here\n"
            "  why:  kernel.perf_event_paranoid is 3, and must be 2 or lower\n"
            "  next: sudo sysctl kernel.perf_event_paranoid=2\n");
}

TEST(OpenFailure, DoesNotBlameTheSettingWhenItIsLowEnough) {
  for (const int low : {-1, 0, 1, 2}) {
    EXPECT_EQ(text(EPERM, low),
              "effk: error: perf cannot count here\n"
              "  why:  kernel.perf_event_paranoid is " +
                  std::to_string(low) +
                  ", which is low enough: the seccomp filter of a container or a security module "
                  "forbids perf_event_open\n"
                  "  next: start the container with --cap-add PERFMON, or with a seccomp profile "
                  "that allows perf_event_open\n");
  }
}

TEST(OpenFailure, SaysSoWhenTheSettingCannotBeRead) {
  EXPECT_EQ(text(EPERM, std::nullopt),
            "effk: error: perf cannot count here\n"
            "  why:  the kernel refuses, and kernel.perf_event_paranoid cannot be read\n"
            "  next: look whether /proc/sys is mounted, and whether a container forbids perf_event_open\n");
}

TEST(OpenFailure, BlamesTheMachineAndNoPermissionWhenThereAreNoCounters) {
  for (const int error_number : {ENOENT, ENODEV, EOPNOTSUPP}) {
    EXPECT_EQ(text(error_number, 4),
              "effk: error: perf cannot count here\n"
              "  why:  this machine has no hardware counters\n"
              "  next: if it is a virtual machine, give it a virtual PMU; no setting in here helps\n");
  }
}

TEST(OpenFailure, ExplainsTheRestByItsNumber) {
  EXPECT_EQ(text(ENOSYS, 2),
            "effk: error: perf cannot count here\n"
            "  why:  this kernel has no perf_event_open\n"
            "  next: use a kernel with CONFIG_PERF_EVENTS\n");
  EXPECT_EQ(text(EMFILE, 2),
            "effk: error: perf cannot count here\n"
            "  why:  this process has as many open files as it may\n"
            "  next: ulimit -n 4096\n");
  EXPECT_EQ(text(EBUSY, 2),
            "effk: error: perf cannot count here\n"
            "  why:  another program holds the counter for itself\n"
            "  next: end other profilers\n");
  EXPECT_EQ(text(EINVAL, 2),
            "effk: error: perf cannot count here\n"
            "  why:  Invalid argument\n");
}

TEST(EventOpenFailure, NamesTheEventAndWhatItNeeds) {
  const auto of = [](int error_number) {
    return error_text(event_open_failure("BRANCHES", error_number, 4));
  };
  EXPECT_EQ(of(ENOENT),
            "effk: error: cannot count the event 'BRANCHES'\n"
            "  why:  this machine has no counter for it\n"
            "  next: leave it out of --events; the kernel's own events (PERF_COUNT_SW_PAGE_FAULTS) need no "
            "counter, and a virtual machine needs a virtual PMU for the others\n");
  EXPECT_EQ(of(EINVAL),
            "effk: error: cannot count the event 'BRANCHES'\n"
            "  why:  the kernel does not count it for one process in user mode\n"
            "  next: leave it out of --events; perf stat -e tells whether it counts for the whole machine\n");
  EXPECT_EQ(of(EACCES),
            "effk: error: cannot count the event 'BRANCHES'\n"
            "  why:  kernel.perf_event_paranoid is 4, and must be 2 or lower\n"
            "  next: sudo sysctl kernel.perf_event_paranoid=2\n");
}

TEST(OpenFailure, IsAlwaysTheEnvironment) {
  for (int error_number = 1; error_number < 134; ++error_number) {
    EXPECT_EQ(open_failure(error_number, 2).kind, ErrorKind::environment) << error_number;
  }
}

}  // namespace
}  // namespace effk::counters
