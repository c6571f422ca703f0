// harness/session/interruption.h -- one way to stop everything that is under way.
//
//   Threads  interrupt() may be called from a signal handler and from any thread.
#pragma once

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"

namespace effk::session {

class Interruption {
 public:
  static Result<Interruption> make();

  // Async-signal-safe. Cannot be taken back.
  void interrupt() const;
  bool is_set() const;
  // Readable from the moment of interrupt() on.
  int descriptor() const { return event_.get(); }

 private:
  explicit Interruption(UniqueFd event) : event_(std::move(event)) {}
  UniqueFd event_;
};

}  // namespace effk::session
