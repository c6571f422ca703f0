// harness/session/repetition.h -- how often a case is measured, beside what, and what its readings come to.
//
// Instruments that count are read one or a few times, and the smallest reading stands: whatever disturbs a
// count adds to it. A clock's readings scatter both ways and drift with the machine. So each case above level
// 0 is timed in alternation with the reference on the same case (reference, sample, reference, sample, ...),
// each side's readings are brought to one value by Hodges and Lehmann's estimate, and the sample's is put in
// terms of the time that the reference's standard was measured at:
//
//   total = estimate(sample) * standard total of the reference / estimate(reference beside the sample)
//
// Loading is timed in turn with the reference's too. Level 0 decides correctness and is measured once, the
// sample alone.
//
//   Unit     the instrument's.
//   Threads  pure.
//   Source   ENAMEL (q-rz/enamel:enam/evaluate.py) repeats so and estimates so; it measures the reference
//   before
//            each problem's samples, not between them.
#pragma once

#include <limits>
#include <span>
#include <vector>

#include "harness/base/units.h"
#include "harness/counters/instrument.h"
#include "harness/measure/execution.h"

namespace effk::session {

enum class Turn { reference, sample };

// Who is run on a case of this level, in order. Under instruments that count, the sample alone.
std::vector<Turn> turns(const counters::Traits& instrument, int level);

// How often the reference is run on a case of this level to set the standard.
int standard_repetitions(const counters::Traits& instrument, int level);

// What readings of the same work come to: the smallest count, or Hodges and Lehmann's estimate of times,
// rounded to whole nanoseconds. At least one reading.
//
//   estimate({4, 1, 2}, instructions) = 1
//   estimate({4'000, 1'000, 2'000}, cpu_time_nanoseconds) = 2'250
Cost estimate(std::span<const Cost> readings, CostUnit unit);

// Largest minus smallest.
Cost spread(std::span<const Cost> readings);

// One execution that stands for all of these, at least one: that of the smallest total, or, of times, the
// first one with the total, the load and the region (from loading to the call's end) that all of them come
// to.
measure::Execution representative(std::vector<measure::Execution> executions, CostUnit unit);

// What the reference needed beside a sample, against its standard.
struct Drift {
  Cost standard;  // total of the reference when the standard was set
  Cost beside;    // the same beside the sample; 0 if it was not run there

  // `reading` in terms of the standard's time.
  //
  //   standard 100, beside 150: a reading of 300 becomes 200
  Cost undo(Cost reading) const;

  // True if the machine was so much faster or slower beside the sample that a reader should know: by a
  // quarter.
  bool is_large() const;
};

// A budget that nothing exceeds. What is timed beside a sample has one, so that both are looked at as often:
// looking disturbs.
inline constexpr Cost kNoBudget{std::numeric_limits<std::uint64_t>::max()};

// Where to kill a sample that is being timed, with `beside` the reference's last reading. One slow turn must
// not decide: the estimate does, afterwards. So half of the budget is on top, and more on a machine that has
// become slower.
Cost time_to_kill(Cost budget, const Drift& drift);

}  // namespace effk::session
