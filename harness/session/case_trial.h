// harness/session/case_trial.h -- one sample on one case, turn by turn, judged, and what it is charged for
// it: see evaluate.h and repetition.h. Internal to the module.
//
//   Errors   those of the machine and of the problem's checker; what the sample does is in the record.
//   Threads  as Drivers: one object a worker.
#pragma once

#include <cstdint>
#include <vector>

#include "harness/base/error.h"
#include "harness/cases/case.h"
#include "harness/record/record.h"
#include "harness/session/drivers.h"
#include "harness/session/repetition.h"
#include "harness/session/standard.h"

namespace effk::session {

class CaseTrial {
 public:
  CaseTrial(const toolchain::Program& program, Cost allowed, const Standard& standard, std::size_t index,
            const cases::Case& one, Cost free_load, Drivers& drivers)
      : program_(program),
        standard_(standard),
        index_(index),
        case_(one),
        drivers_(drivers),
        reference_(standard.record().cases[index]),
        taken_off_(reference_.frame + static_cast<std::int64_t>(free_load.value)),
        budget_{(allowed + standard.slack(one.level)).value +
                static_cast<std::uint64_t>(std::max<std::int64_t>(taken_off_, 0))},
        drift_{standard.reference_total(index), {}} {}

  Result<record::CaseRecord> run();

 private:
  Result<void> run_reference_beside();
  Result<void> run_sample();
  bool over() const { return measured_.verdict != record::Verdict::accepted; }
  void estimate_total();
  void charge();
  void flag(Cost charged);

  const toolchain::Program& program_;
  const Standard& standard_;
  std::size_t index_;
  const cases::Case& case_;
  Drivers& drivers_;
  const record::ReferenceCase& reference_;
  const std::int64_t taken_off_;
  const Cost budget_;
  Drift drift_;
  std::vector<Cost> readings_;  // of the sample
  std::vector<Cost> beside_;    // of the reference
  record::CaseRecord measured_;
};

}  // namespace effk::session
