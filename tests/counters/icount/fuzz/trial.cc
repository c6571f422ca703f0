#include "tests/counters/icount/fuzz/trial.h"

#include <fmt/format.h>

#include <algorithm>

#include "tests/counters/icount/fuzz/places.h"

namespace effk::icount::fuzz {
namespace {

constexpr unsigned kPrograms = 24;  // of a seed
constexpr std::size_t kMostText = 6000;
constexpr unsigned kEachSteps = 6;  // of them one is stepped through

std::string of_count(const char* by, std::uint64_t expected, std::uint64_t counted) {
  return expected == counted ? ""
                             : fmt::format("{} instructions by {}, {} by icount\n", expected, by, counted);
}

std::uint64_t faults_of(const Execution& native) {
  return native.output.size() < 0x80 ? 0 : static_cast<unsigned char>(native.output[kFaults - kVariables]);
}

}  // namespace

Trial attempt(const ProgramOptions& options, const Ground& ground, const Executor& executor) {
  const Program program = make_program(options, ground);
  executor.take(elf_of(program));
  const std::string baseline = options.host ? "--baseline=host" : "--baseline=v3";
  const Execution native = executor.natively();
  const Execution counted = executor.under_icount({baseline});
  Trial trial;
  trial.instructions = counted.instructions;
  trial.faults = faults_of(native);
  trial.difference = difference(program, native, counted);
  if (const SelfCount count = self_count(program, native); count.known) {
    trial.count_is_checked = true;
    trial.difference += of_count("the program itself", count.instructions, counted.instructions);
  }
  if (options.is_short) {
    trial.count_is_checked = true;
    const Execution iterations = executor.under_icount({baseline, "--rep=iterations"});
    trial.difference += difference(program, native, iterations);
    trial.difference += of_count("a debugger", executor.steps(), iterations.instructions);
  }
  return trial;
}

ProgramOptions reduced(ProgramOptions options, const Ground& ground, const Executor& executor) {
  const unsigned statements = make_program(options, ground).statements;
  for (unsigned chunk = std::max(statements / 2, 1U);; chunk /= 2) {
    for (unsigned from = 0; from < statements; from += chunk) {
      ProgramOptions smaller = options;
      for (unsigned i = from; i < std::min(from + chunk, statements); ++i) smaller.dropped.insert(i);
      if (smaller.dropped == options.dropped) continue;
      if (!attempt(smaller, ground, executor).difference.empty()) options = smaller;
    }
    if (chunk == 1) break;
  }
  attempt(options, ground, executor);
  return options;
}

std::string try_seed(std::uint64_t seed, const Executor& executor, Tally& tally) {
  const bool host = seed % 3 == 0;
  const bool wide = host && __builtin_cpu_supports("avx512bw");
  const Ground ground = make_ground(seed, host);
  for (unsigned i = 0; i < kPrograms; ++i) {
    ProgramOptions options;
    options.seed = seed;
    options.number = i;
    options.host = host;
    options.wide = wide;
    options.is_short = i % kEachSteps == kEachSteps - 1;
    const Trial trial = attempt(options, ground, executor);
    ++tally.programs;
    tally.instructions += trial.instructions;
    tally.faults += trial.faults;
    tally.counts += trial.count_is_checked ? 1 : 0;
    if (trial.difference.empty()) continue;
    options = reduced(options, ground, executor);
    const std::string last = attempt(options, ground, executor).difference;
    std::string text = disassembly(make_program(options, ground));
    if (text.size() > kMostText) text = "  ...\n" + text.substr(text.find('\n', text.size() - kMostText) + 1);
    return fmt::format("seed {}, program {}:\n{}reduced:\n{}{}", seed, i, trial.difference, last, text);
  }
  return {};
}

}  // namespace effk::icount::fuzz
