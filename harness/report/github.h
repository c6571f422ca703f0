// harness/report/github.h -- a gate's decision for GitHub Actions: annotations, and the summary of a step.
//
//   Source   workflow commands and their escapes: docs.github.com, "Workflow commands for GitHub Actions",
//   and
//            actions/toolkit:packages/core/src/command.ts. Ten annotations of a kind are shown a step; a
//            summary above 1 MiB is dropped whole.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <cstddef>
#include <string>

#include "harness/gate/comparison.h"
#include "harness/report/gate_words.h"

namespace effk::report {

// One "::error title=...::..." a line for the ten worst; what else failed is counted in a notice.
std::string github_annotations(const gate::RunComparison& comparison, const Sides& sides);

inline constexpr std::size_t kGithubSummaryLimit = std::size_t{1} << 20;

// Markdown of less than `limit_bytes`, whatever the comparison holds: the worst rows, and how many more there
// are.
std::string github_summary(const gate::RunComparison& comparison, const Sides& sides,
                           std::size_t limit_bytes = kGithubSummaryLimit);

}  // namespace effk::report
