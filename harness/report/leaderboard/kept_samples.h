// harness/report/leaderboard/kept_samples.h -- which samples of a problem a page shows. Internal to the
// module.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <cstddef>
#include <vector>

#include "harness/score/run_scores.h"

namespace effk::report {

// The best, the median (of an even number the better one) and the worst of a problem's samples by score, each
// once, best first; indices into RunScores::samples. Of equal scores complete ones are better, then those
// that passed, then the earlier ones.
std::vector<std::size_t> kept_samples(const score::RunScores& scores, const score::ProblemScores& problem);

}  // namespace effk::report
