// tests/measure/counted.h -- warm drivers under the one instrument that counts exactly on any machine.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <stdexcept>

#include "harness/measure/warm_driver.h"
#include "tests/toolchain/shared_toolchain.h"
#include "tests/toolchain/value_form.h"

namespace effk::measure {

// Skips aloud where valgrind cannot count.
class Counted : public testing::Test {
 protected:
  void SetUp() override {
    auto made = counters::make_instrument("valgrind", InstallLayout::of_this_program().value());
    if (!made) GTEST_SKIP() << error_text(made.error());
    instrument_ = std::move(*made);
  }

  WarmDriver& driver(suite::Language language) {
    auto place = drivers_.find(language);
    if (place == drivers_.end()) {
      auto started = WarmDriver::start(toolchain::shared_toolchain(), language, *instrument_, {});
      if (!started) throw std::runtime_error(error_text(started.error()));
      place = drivers_.emplace(language, std::move(*started)).first;
    }
    return place->second;
  }

  Execution run(const Job& job) {
    auto execution = driver(job.program->language).run(job);
    if (!execution) throw std::runtime_error(error_text(execution.error()));
    return std::move(*execution);
  }

  Execution run(const toolchain::Program& program, const std::string& arguments) {
    Job job;
    job.program = &program;
    job.arguments = arguments;
    return run(job);
  }

  std::unique_ptr<counters::Instrument> instrument_;
  std::map<suite::Language, WarmDriver> drivers_;
};

}  // namespace effk::measure
