// harness/session/standard.h -- what a sample of one problem in one language is measured against: the
// reference's costs, what is taken off a sample's total, and the expected outputs.
//
//   frame(case)           = total(reference) - load(reference) - region(reference)
//   cost(reference, case) = region(reference, case)
//   T                     = alpha * max over levels > 0 and cases of the reference's cost
//
// A program is not loaded apart, and has no region: the empty program, measured once on the first case's
// input, takes the place of load and frame.
//
//   load(program)         = 0
//   frame(case)           = total(empty program)
//   cost(reference, case) = total(reference) - total(empty program)
//
//   Unit     that of the instrument.
//   Errors   bad_input when the reference does not do what is promised of it.
//   Threads  read-only after measure(); may be shared.
#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/cases/generator.h"
#include "harness/counters/instrument.h"
#include "harness/measure/execution.h"
#include "harness/record/record.h"
#include "harness/session/drivers.h"
#include "harness/suite/suite.h"
#include "harness/toolchain/toolchain.h"

namespace effk::session {

using Cases = std::vector<cases::Case>;

struct StandardOptions {
  double alpha = 2;
  suite::LoadPolicy load = suite::LoadPolicy::charged;
  Cost correctness_slack{};  // see suite.h

  // Of a suite, for samples with this budget, in the instrument's unit.
  static StandardOptions of(const suite::Suite& suite, double alpha, const counters::Traits& instrument);
};

class Standard {
 public:
  // Builds and measures the reference of `problem`; both arguments must outlive this object.
  static Result<std::shared_ptr<const Standard>> measure(const suite::Problem& problem,
                                                         suite::Language language,
                                                         const toolchain::Toolchain& toolchain,
                                                         cases::Generator generator, Drivers& drivers,
                                                         const StandardOptions& options);

  const suite::Problem& problem() const { return problem_; }
  suite::Language language() const { return language_; }
  const cases::Generator& generator() const { return generator_; }
  const record::ReferenceRecord& record() const { return record_; }
  const toolchain::Program& reference() const { return *reference_; }
  // What the whole of it cost on a case, from mark 0 to the end.
  Cost reference_total(std::size_t index) const;
  const std::string& expected(std::size_t index) const { return expected_[index]; }

  // The cases in the order of record().cases; read from the cache when nobody holds them.
  Result<std::shared_ptr<const Cases>> cases() const;

  // T, the budget without what is taken off.
  Cost allowed() const { return allowed_; }
  // The same with another alpha.
  Cost allowed(double alpha) const;
  // What is taken off for loading: at most the reference's load and record().allowance.
  Cost free_load(Cost load) const;
  suite::LoadPolicy load_policy() const { return options_.load; }
  // What a case of this level may cost beyond the budget.
  Cost slack(int level) const { return level == 0 ? options_.correctness_slack : Cost{}; }
  CostUnit unit() const { return unit_; }
  bool is_timed() const { return unit_ == CostUnit::cpu_time_nanoseconds; }
  // The reference, which did it before, "no longer" does `what`: the machine's fault.
  tl::unexpected<Error> reference_failed(const std::string& what, const std::string& why) const;
  // A job with the limits of this problem; `budget` decides the clock backstops too.
  measure::Job job(const toolchain::Program& program, std::string_view arguments, Cost budget) const;

 private:
  Standard(const suite::Problem& problem, suite::Language language, cases::Generator generator)
      : problem_(problem), language_(language), generator_(std::move(generator)) {}
  Result<void> measure_load(const toolchain::Program& program, Drivers& drivers);
  Result<void> measure_empty_program(const toolchain::Toolchain& toolchain, Drivers& drivers);
  Result<void> measure_reference(const toolchain::Program& program, Drivers& drivers);
  Result<void> measure_case(const toolchain::Program& program, const cases::Case& one, Drivers& drivers);

  Result<Cost> cost_of_reference(const measure::Execution& execution) const;

  const suite::Problem& problem_;
  suite::Language language_;
  cases::Generator generator_;
  StandardOptions options_;
  CostUnit unit_ = CostUnit::instructions;
  std::optional<toolchain::Program> reference_;
  record::ReferenceRecord record_;
  std::vector<std::string> expected_;  // in binary form, as the signature's result type
  Cost dearest_;                       // of the reference's cases above level 0
  Cost empty_program_;                 // total of the empty program; 0 for functions
  Cost allowed_;
  double cost_a_microsecond_ = 0;  // of the reference, under this instrument on this machine
  std::int64_t last_cpu_us_ = 0;
  mutable std::mutex shelf_mutex_;
  mutable std::weak_ptr<const Cases> shelf_;
};

// In the instrument's unit: loading may cost this much more than the reference's before it is charged: honest
// C++ loads need .03 to .1 M, a namedtuple .25 M, a dataclass 1.3 to 4 M.
Cost load_allowance(suite::Language language, const counters::Traits& instrument);

// How much of a sample's loading beyond the reference's a suite does not charge: the allowance, or, where
// loading is free, so much that no honest sample comes near it; loading beyond that would be work without an
// end.
Cost uncharged_load(suite::LoadPolicy policy, suite::Language language, const counters::Traits& instrument);

}  // namespace effk::session
