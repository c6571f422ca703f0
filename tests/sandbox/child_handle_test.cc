#include "harness/sandbox/child_handle.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

namespace effk::sandbox {
namespace {

// A child that does something until it is destroyed.
class Child {
 public:
  explicit Child(void (*does)()) : pid_(::fork()) {
    if (pid_ != 0) return;
    does();
    ::_exit(0);
  }
  ~Child() {
    ::kill(pid_, SIGKILL);
    ::waitpid(pid_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  pid_t pid() const { return pid_; }
  ChildHandle handle() const { return ChildHandle::hold(pid_).value(); }

 private:
  pid_t pid_;
};

void spin() {
  for (volatile bool forever = true; forever;) {
  }
}

void wait_for_nothing() {
  for (;;) ::pause();
}

// Whether it is ever seen asleep, or stays awake for a while.
bool falls_asleep(const ChildHandle& child) {
  for (int i = 0; i < 100; ++i) {
    if (child.state() == ChildHandle::State::sleeps) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

TEST(ChildHandle, SeesThatAProcessSleeps) {
  const Child child(wait_for_nothing);
  EXPECT_TRUE(falls_asleep(child.handle()));
}

TEST(ChildHandle, SeesThatAProcessIsStopped) {
  const Child child(spin);
  ::kill(child.pid(), SIGSTOP);
  EXPECT_TRUE(falls_asleep(child.handle()));
}

// However little of a busy machine it gets: four others want each processor.
TEST(ChildHandle, DoesNotTakeWaitingForAProcessorForSleep) {
  const Child child(spin);
  const Child others[] = {Child(spin), Child(spin), Child(spin), Child(spin),
                          Child(spin), Child(spin), Child(spin), Child(spin)};
  EXPECT_FALSE(falls_asleep(child.handle()));
}

}  // namespace
}  // namespace effk::sandbox
