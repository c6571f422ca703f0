// harness/session/bench.h -- everything that measuring needs, opened once: toolchain, instrument, limits.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/install_layout.h"
#include "harness/cases/generator.h"
#include "harness/counters/instrument.h"
#include "harness/counters/side_events.h"
#include "harness/record/record.h"
#include "harness/session/drivers.h"
#include "harness/session/interruption.h"
#include "harness/suite/suite.h"
#include "harness/toolchain/toolchain.h"

namespace effk::session {

struct BenchOptions {
  std::string instrument = "auto";
  std::uint64_t seed = 1;
  double alpha = 2;
  int jobs = 1;
  // Score CPU time and not a count, each case above level 0 timed so often; `instrument` is not looked at
  // then.
  std::optional<int> timed_repetitions = std::nullopt;
  // Counted beside the cost, as counters/side_events.h names them; they need an instrument that runs
  // natively.
  std::vector<std::string> events = {};
};

class Bench {
 public:
  // `interruption` must outlive it.
  static Result<Bench> open(const suite::Suite& suite, const BenchOptions& options,
                            const Interruption& interruption);

  const toolchain::Toolchain& toolchain() const { return *toolchain_; }
  const counters::Instrument& instrument() const { return *instrument_; }
  const counters::SideEvents& events() const { return *events_; }
  const BenchOptions& options() const { return options_; }
  const Interruption& interruption() const { return *interruption_; }
  // Which instrument was taken, and why.
  const std::string& instrument_reason() const { return instrument_reason_; }

  // The drivers of worker number `worker`, from 0; each worker stays on a CPU of its own as far as they last.
  Drivers drivers(int worker) const;
  Result<cases::Generator> generator(const suite::Problem& problem) const;

 private:
  Bench() = default;

  BenchOptions options_;
  const Interruption* interruption_ = nullptr;
  std::filesystem::path cache_;
  std::unique_ptr<toolchain::Toolchain> toolchain_;
  std::unique_ptr<counters::Instrument> instrument_;
  std::string instrument_reason_;
  std::shared_ptr<const counters::SideEvents> events_;  // shared with the drivers; never null
};

// How many CPUs this process may use: the default number of workers.
int usable_cpus();

}  // namespace effk::session
