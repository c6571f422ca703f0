// harness/record/conditions.h -- whether the numbers of two runs may meet, and what stands against it: the
// one place that knows which keys of an environment matter, and to whom.
//
// Runs are `joined` when one run is made of both, as if it had been measured at once: --resume, merge.
// Records of one are `taken_over` into another where their problem is the same: --reuse. They are `compared`
// when their numbers stand side by side: gate, compare, leaderboard.
//
//   key                                  joined   taken over  compared  why
//   cost, instrument                     refused  refused     refused   another unit or way of counting
//   seed, alpha, allowance, suite.load,
//     correctness_slack                  refused  refused     refused   other cases, or another score
//   compiler*, libc*, libstdc++.digest,
//     interpreter*, baseline,
//     python.preload                     refused  refused     refused   other machine code
//   instrument.version, driver.*, effk,
//     repetitions, events,
//     any other key                      refused  refused     warned    moves counts little, if at all
//   suite, suite.digest                  refused  -           warned    problems have their own digests
//   rivals                               refused  -           -         concerns no sample
//   effk.commit                          refused  refused     -         as if measured at once
//   cpu*, kernel, sandbox                refused  refused     warned    inexact instruments alone
//   instrument.reason,
//     instrument.unprotected, machine.*  -        -           -         moves nothing
//
// icount and valgrind count exactly: their numbers do not depend on the machine, and of its sandbox only on
// whether addresses are fixed. When comparing, a key that only one of both has is a warning at most, for then
// the older effk did not record it. That a problem of the same name has other content is not seen here but in
// its digest.
//
//   Threads  pure.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"

namespace effk::record {

enum class Meeting { joined, taken_over, compared };

struct Difference {
  std::string key;
  std::string first;  // empty: not recorded
  std::string second;
  bool refused = false;  // else a warning
};

// What keeps two runs from meeting so, or must be said when they do; in the order of the keys.
std::vector<Difference> differences(const Environment& first, const Environment& second, Meeting meeting);

bool any_refused(const std::vector<Difference>& differences);

// "compiler is 'g++ 12.2.0' in OLD and 'g++ 13.1.0' in NEW", for runs of these names.
std::string words(const Difference& difference, const std::string& first_name,
                  const std::string& second_name);

// Whether the instrument gives the same count for the same work each time, on any machine.
bool counts_exactly(const Environment& environment);

}  // namespace effk::record
