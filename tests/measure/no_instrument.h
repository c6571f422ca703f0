// tests/measure/no_instrument.h -- an instrument that counts nothing, so that drivers run natively on a
// machine without counters: confined and filtered as under `perf`.
#pragma once

#include <memory>

#include "harness/counters/instrument.h"

namespace effk::measure {

class NoMeter : public counters::Meter {
 public:
  const counters::Launch& launch() const override { return launch_; }
  Result<void> prepare() override { return {}; }
  Result<void> start(pid_t, UniqueFd) override { return {}; }
  Result<Instructions> read() override { return Instructions{}; }
  Result<void> limit_memory(pid_t, std::uint64_t) override { return {}; }
  bool refused_memory() override { return false; }

 private:
  counters::Launch launch_;
};

class NoInstrument : public counters::Instrument {
 public:
  const counters::Traits& traits() const override { return traits_; }
  Result<std::unique_ptr<counters::Meter>> attach(std::optional<int>) const override {
    return std::make_unique<NoMeter>();
  }
  Result<counters::ProgramCount> count_program(const counters::ProgramRun&) const override {
    return fail(ErrorKind::environment, "this instrument counts nothing");
  }

 private:
  counters::Traits traits_;
};

}  // namespace effk::measure
