// harness/measure/warm_driver.h -- a driver that is warm and runs jobs one after the other.
//
// Theory of operation: toolchain/drivers/job.h. This is the supervisor's side: it starts the driver confined
// and under the instrument, hands it jobs, answers the marks of the child, and reads the counter while the
// child waits or after it has ended.
//
//   Unit     the instrument's, from mark 0 on.
//   Errors   environment when the machine fails; internal when the driver breaks the protocol before mark 0.
//            What a sample does is never an error. After an error the driver is gone: start another.
//   Threads  one thread at a time.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "harness/base/error.h"
#include "harness/counters/instrument.h"
#include "harness/counters/side_events.h"
#include "harness/measure/execution.h"
#include "harness/toolchain/toolchain.h"

namespace effk::measure {

struct DriverOptions {
  suite::Kind kind = suite::Kind::function;  // what its samples are
  std::optional<int> cpu;                    // the one CPU to run on
  bool namespaces = true;                    // where the machine allows
  // Counted beside the cost of each job; none if null.
  std::shared_ptr<const counters::SideEvents> events = nullptr;
  std::optional<int> cancel;  // a descriptor: run() ends with an Error as soon as it is readable
};

class WarmDriver {
 public:
  static Result<WarmDriver> start(const toolchain::Toolchain& toolchain, suite::Language language,
                                  const counters::Instrument& instrument, const DriverOptions& options);
  WarmDriver(WarmDriver&&) noexcept;
  WarmDriver& operator=(WarmDriver&&) noexcept;
  ~WarmDriver();

  Result<Execution> run(const Job& job);

  // What the driver says it is: interpreter or compiler version.
  const std::string& identity() const;

 private:
  struct State;
  explicit WarmDriver(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// True if an Error of run() came of DriverOptions::cancel.
bool was_cancelled(const Error& error);

}  // namespace effk::measure
