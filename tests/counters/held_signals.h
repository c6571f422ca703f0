// tests/counters/held_signals.h -- real-time signals that wait to be looked at instead of being handled.
#pragma once

#include <signal.h>

#include <ctime>

namespace effk::counters {

// While it lives, they are kept from this thread.
class HeldSignals {
 public:
  HeldSignals() {
    sigemptyset(&held_);
    for (int signal = SIGRTMIN; signal <= SIGRTMAX; ++signal) sigaddset(&held_, signal);
    pthread_sigmask(SIG_BLOCK, &held_, &before_);
  }
  ~HeldSignals() {
    while (take()) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  // Whether one has arrived; it is gone then.
  bool take() {
    const timespec now{};
    return sigtimedwait(&held_, nullptr, &now) > 0;
  }

 private:
  sigset_t held_;
  sigset_t before_;
};

}  // namespace effk::counters
