// harness/counters/count_driver.h -- starts a tiny driver under an instrument and measures its children.
//
// For the self-test, and for tests of instruments; real drivers are measured by measure/.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"
#include "harness/counters/count_driver_protocol.h"
#include "harness/counters/instrument.h"

namespace effk::counters {

class CountDriver {
 public:
  // `program` is linked from count_driver_main.c; its output goes to `output`, or nowhere if that is -1.
  static Result<CountDriver> start(const Meter& meter, const std::filesystem::path& program, int output = -1);
  CountDriver(CountDriver&&) noexcept;
  ~CountDriver();  // the program ends with its socket, and is waited for

  // Has a child started that will do this work, and `meter` start counting it at mark 0. Nobody stops it at
  // the budget but the caller.
  Result<void> begin(Meter& meter, std::uint32_t work, std::uint64_t argument,
                     std::optional<Cost> budget = std::nullopt);

  enum class At { mark, end };
  // Lets the waiting child go on to its next mark or its end.
  Result<At> proceed();
  // Lets it go on and returns at once; wait_for_report() returns where it has got.
  Result<void> release();
  Result<At> wait_for_report();

  pid_t child() const { return child_; }
  // As waitpid gives it; valid at the end.
  int wait_status() const { return wait_status_; }

 private:
  struct Process;
  CountDriver(UniqueFd socket, std::unique_ptr<Process> process);
  Result<EffkCountReport> receive(UniqueFd* event);

  UniqueFd socket_;
  std::unique_ptr<Process> process_;
  pid_t child_ = -1;
  int wait_status_ = 0;
};

}  // namespace effk::counters
