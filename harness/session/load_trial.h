// harness/session/load_trial.h -- what loading a sample costs: it is loaded in children that are told not to
// call it. Timed, it is loaded in turn with the reference: see repetition.h. Internal to the module.
//
//   Errors   those of the machine.
//   Threads  as Drivers: one object a worker.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/judge/judge.h"
#include "harness/session/drivers.h"
#include "harness/session/repetition.h"
#include "harness/session/standard.h"

namespace effk::session {

class LoadTrial {
 public:
  LoadTrial(const toolchain::Program& program, Cost allowed, const Standard& standard,
            std::string_view arguments, Drivers& drivers)
      : program_(program),
        budget_(allowed + standard.record().load + standard.record().allowance),
        standard_(standard),
        arguments_(arguments),
        drivers_(drivers),
        drift_{standard.record().load, {}} {}

  struct Loaded {
    Cost cost;                            // up to its end, where it did not end well
    std::optional<judge::Judgement> end;  // of a child that did not load it and stop as it was told
  };
  Result<Loaded> run();

 private:
  Result<void> load_reference_beside();
  Result<std::optional<judge::Judgement>> load_sample();

  const toolchain::Program& program_;
  const Cost budget_;
  const Standard& standard_;
  std::string_view arguments_;
  Drivers& drivers_;
  Drift drift_;
  std::vector<Cost> readings_;  // of the sample
  std::vector<Cost> beside_;    // of the reference
};

}  // namespace effk::session
