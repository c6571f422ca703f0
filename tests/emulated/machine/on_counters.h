// The instrument `perf` with real hardware counters behind it, and works of known length.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>

#include "harness/counters/count_driver.h"
#include "harness/counters/known_loop.h"
#include "harness/counters/perf_instrument.h"
#include "tests/counters/spawned.h"
#include "tests/counters/works.h"

namespace effk::counters {

// What a reading may be off by: seen once in some hundred, where an interrupt falls on an instruction.
inline constexpr std::uint64_t kSlack = 2;

class OnCounters : public testing::Test {
 protected:
  void SetUp() override {
    auto made = make_perf_instrument();
    ASSERT_TRUE(made) << error_text(made.error());
    attach(std::move(*made), {});
  }

  void attach(std::unique_ptr<Instrument> instrument, std::optional<int> cpu) {
    driver_.reset();
    instrument_ = std::move(instrument);
    meter_ = instrument_->attach(cpu).value();
    driver_.emplace(CountDriver::start(*meter_, test_program("count_works")).value());
  }

  // The count of a child that did all of this work.
  Result<Instructions> count_of(Work work, std::uint64_t argument, std::optional<Cost> budget = {}) {
    if (auto begun = driver_->begin(*meter_, work, argument, budget); !begun)
      return tl::unexpected(begun.error());
    while (true) {
      const auto at = driver_->proceed();
      if (!at) return tl::unexpected(at.error());
      if (*at == CountDriver::At::end) return meter_->read();
    }
  }

  // What doing twice as much costs more: what surrounds the work is not in it.
  std::uint64_t cost_of(Work work, std::uint64_t argument) {
    const Instructions once = count_of(work, argument).value();
    return (count_of(work, 2 * argument).value() - once).value;
  }

  std::unique_ptr<Instrument> instrument_;
  std::unique_ptr<Meter> meter_;
  std::optional<CountDriver> driver_;
};

}  // namespace effk::counters
