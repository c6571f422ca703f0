// harness/session/drivers.h -- the warm drivers of one worker.
//
//   Threads  one object a worker.
#pragma once

#include <map>
#include <string>
#include <utility>

#include "harness/base/error.h"
#include "harness/counters/instrument.h"
#include "harness/measure/warm_driver.h"
#include "harness/toolchain/toolchain.h"

namespace effk::session {

class Drivers {
 public:
  Drivers(const toolchain::Toolchain& toolchain, const counters::Instrument& instrument,
          measure::DriverOptions options)
      : toolchain_(toolchain), instrument_(instrument), options_(std::move(options)) {}

  // Runs a job on the driver of its program's language and kind, starting it if need be. A driver that fails
  // is replaced once; the second failure is the Error. A child that somebody else killed is run once more.
  Result<measure::Execution> run(const measure::Job& job);

  // Starts the driver of a language for functions, if it has not been, and returns what it says it is.
  Result<std::string> identity(suite::Language language);

  const counters::Instrument& instrument() const { return instrument_; }

 private:
  using Key = std::pair<suite::Language, suite::Kind>;
  Result<measure::WarmDriver*> driver(const Key& key);

  const toolchain::Toolchain& toolchain_;
  const counters::Instrument& instrument_;
  measure::DriverOptions options_;
  std::map<Key, measure::WarmDriver> drivers_;
};

}  // namespace effk::session
