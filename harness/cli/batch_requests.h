// harness/cli/batch_requests.h -- the requests of an OpenAI batch that asks a model for samples.
//
// One request a sample, because a model may refuse `n` above 1, and a request that fails then costs one
// sample and not all of a problem. The custom_id PROBLEM/LANGUAGE/NUMBER is all that reading the answers
// needs. What is not asked for (temperature, tokens) is left out: some models refuse these members too. The
// limit of tokens is max_completion_tokens, which newer models want; max_tokens is its old name.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <optional>
#include <string>

#include "harness/suite/problem.h"

namespace effk::cli {

struct BatchOptions {
  std::string model;
  int samples = 1;
  std::optional<double> temperature;
  std::optional<int> max_tokens;
};

// The lines for one problem in one language, each with its newline.
std::string batch_requests(const suite::Problem& problem, suite::Language language,
                           const BatchOptions& options);

}  // namespace effk::cli
