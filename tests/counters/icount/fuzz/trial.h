// tests/counters/icount/fuzz/trial.h -- tries one program, and reduces one that goes wrong.
#pragma once

#include "tests/counters/icount/fuzz/comparison.h"

namespace effk::icount::fuzz {

struct Trial {
  std::string difference;  // empty if there is none
  std::uint64_t instructions = 0;
  std::uint64_t faults = 0;
  bool count_is_checked = false;
};

// The program `options` describes, natively and under icount; a short one under a debugger too.
Trial attempt(const ProgramOptions& options, const Ground& ground, const Executor& executor);

// The same with as few statements as still differ. Leaves the program where the executor has it.
ProgramOptions reduced(ProgramOptions options, const Ground& ground, const Executor& executor);

struct Tally {
  std::uint64_t programs = 0;
  std::uint64_t instructions = 0;
  std::uint64_t faults = 0;
  std::uint64_t counts = 0;
};

// All programs of a seed. What differed first, reduced and in words; empty if nothing did.
std::string try_seed(std::uint64_t seed, const Executor& executor, Tally& tally);

}  // namespace effk::icount::fuzz
