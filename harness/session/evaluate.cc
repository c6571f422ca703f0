#include "harness/session/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/session/case_trial.h"
#include "harness/session/load_trial.h"

namespace effk::session {
namespace {

using record::Verdict;

constexpr std::size_t kMostNotes = 8;

// Loading far above the reference's is said in either case: where it is charged, and where it is free.
void flag_load(record::SampleRecord& sample, const Standard& standard, const counters::Traits& instrument) {
  const Cost usual = standard.record().load + load_allowance(standard.language(), instrument);
  if (*sample.load <= usual) return;
  const auto words = [&](Cost cost) { return millions_in_words(cost, standard.unit()); };
  if (standard.load_policy() == suite::LoadPolicy::free) {
    sample.flags.push_back(fmt::format("loading needs {}, the reference's {}; this suite charges neither",
                                       words(*sample.load), words(standard.record().load)));
  } else {
    sample.flags.push_back(fmt::format("loading needs {}; what exceeds {} is charged to every case",
                                       words(*sample.load), words(usual)));
  }
}

}  // namespace

Result<void> evaluate(record::SampleRecord& sample, const Standard& standard,
                      const toolchain::Toolchain& toolchain, Drivers& drivers) {
  return evaluate_within(standard.allowed(), sample, standard, toolchain, drivers);
}

Result<void> evaluate_within(Cost allowed, record::SampleRecord& sample, const Standard& standard,
                             const toolchain::Toolchain& toolchain, Drivers& drivers) {
  auto built = toolchain.build(standard.problem(), standard.language(), sample.code);
  if (!built) return tl::unexpected(built.error());
  if (const auto* failure = std::get_if<toolchain::CompileFailure>(&*built)) {
    sample.verdict = Verdict::compile_error;
    sample.detail = failure->message;
    return {};
  }
  const auto& program = std::get<toolchain::Program>(*built);
  sample.flags.assign(program.notes.begin(), program.notes.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                                         program.notes.size(), kMostNotes)));
  const auto all = standard.cases();
  if (!all) return tl::unexpected(all.error());
  Cost free_load;
  if (standard.problem().kind == suite::Kind::function) {
    auto loaded = LoadTrial(program, allowed, standard, (*all)->front().arguments, drivers).run();
    if (!loaded) return tl::unexpected(loaded.error());
    sample.load = loaded->cost;
    if (loaded->end) {
      sample.verdict = loaded->end->verdict;
      sample.detail = "while loading: " + loaded->end->detail;
      return {};
    }
    flag_load(sample, standard, drivers.instrument().traits());
    free_load = standard.free_load(*sample.load);
  }
  sample.verdict = Verdict::accepted;
  for (std::size_t i = 0; i < (*all)->size(); ++i) {
    auto measured = CaseTrial(program, allowed, standard, i, (**all)[i], free_load, drivers).run();
    if (!measured) return tl::unexpected(measured.error());
    sample.cases.push_back(std::move(*measured));
    const record::CaseRecord& last = sample.cases.back();
    if (last.verdict == Verdict::accepted) continue;
    sample.verdict = last.verdict;
    sample.detail = fmt::format("level {}, case {}: {}", last.level, last.number, last.detail);
    return {};
  }
  return {};
}

}  // namespace effk::session
