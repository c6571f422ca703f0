#include "harness/session/evaluate.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/judge/judge.h"

namespace effk::session {
namespace {

using record::Verdict;

constexpr std::size_t kMostNotes = 8;
// Less than this much CPU time is mostly the kernel's own start-up work for the child.
constexpr std::int64_t kWorthFlaggingUs = 50'000;

double millions(Instructions count) {
  return static_cast<double>(count.value) / 1e6;
}

// Loading far above the reference's is said in either case: where it is charged, and where it is free.
void flag_load(record::SampleRecord& sample, const Standard& standard) {
  const Instructions usual = standard.record().load + load_allowance(standard.language());
  if (*sample.load <= usual) return;
  if (standard.load_policy() == suite::LoadPolicy::free) {
    sample.flags.push_back(fmt::format(
        "loading needs {:.1f} M instructions, the reference's {:.1f} M; this suite charges neither",
        millions(*sample.load), millions(standard.record().load)));
  } else {
    sample.flags.push_back(
        fmt::format("loading needs {:.1f} M instructions; what exceeds {:.1f} M is charged to every case",
                    millions(*sample.load), millions(usual)));
  }
}

// Loads the sample in a child that is told not to call it. False if the sample's verdict is already decided.
Result<bool> load_alone(record::SampleRecord& sample, const toolchain::Program& program,
                        const Standard& standard, std::string_view arguments, Drivers& drivers) {
  const Instructions budget = standard.allowed() + standard.record().load + standard.record().allowance;
  measure::Job job = standard.job(program, arguments, budget);
  job.load_only = true;
  auto execution = drivers.run(job);
  if (!execution) return tl::unexpected(execution.error());
  sample.load = execution->total;
  const auto end = judge::judge_end(*execution, job);
  const bool was_told_to_stop =
      execution->reached_mark_zero && execution->wait_status == 0 && execution->result.empty();
  if (end && !(was_told_to_stop && end->verdict == Verdict::runtime_error)) {
    sample.verdict = end->verdict;
    sample.detail = "while loading: " + end->detail;
    return false;
  }
  flag_load(sample, standard);
  return true;
}

void flag(record::CaseRecord& one, const record::ReferenceCase& reference, Instructions charged) {
  if (charged < reference.floor) one.flags.push_back("implausible");
  if (one.use.system_us > one.use.user_us && one.use.system_us > kWorthFlaggingUs)
    one.flags.push_back("system_time");
}

Result<record::CaseRecord> measure_case(const toolchain::Program& program, const Standard& standard,
                                        std::size_t index, const cases::Case& one, Instructions free_load,
                                        Drivers& drivers) {
  const record::ReferenceCase& reference = standard.record().cases[index];
  const std::int64_t taken_off = reference.frame + static_cast<std::int64_t>(free_load.value);
  const Instructions budget{(standard.allowed() + standard.slack(one.level)).value +
                            static_cast<std::uint64_t>(std::max<std::int64_t>(taken_off, 0))};
  const measure::Job job = standard.job(program, one.arguments, budget);
  record::CaseRecord measured;
  measured.level = one.level;
  measured.number = one.number;
  Instructions largest;
  for (int i = 0; i < drivers.instrument().traits().repetitions; ++i) {
    auto execution = drivers.run(job);
    if (!execution) return tl::unexpected(execution.error());
    auto judgement =
        judge::judge(*execution, job, standard.problem(), standard.generator(), standard.expected(index));
    if (!judgement) return tl::unexpected(judgement.error());
    largest = std::max(largest, execution->total);
    if (i == 0 || execution->total < measured.total || judgement->verdict != Verdict::accepted) {
      measured.total = execution->total;
      measured.use = execution->use;
    }
    measured.verdict = judgement->verdict;
    measured.detail = std::move(judgement->detail);
    if (measured.verdict != Verdict::accepted) break;
  }
  measured.spread = largest - measured.total;
  const std::int64_t beyond = static_cast<std::int64_t>(measured.total.value) - taken_off;
  const Instructions charged{static_cast<std::uint64_t>(std::max<std::int64_t>(beyond, 0))};
  if (!record::censors(measured.verdict)) measured.cost = std::max(charged, reference.floor);
  flag(measured, reference, charged);
  return measured;
}

}  // namespace

Result<void> evaluate(record::SampleRecord& sample, const Standard& standard,
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
  Instructions free_load;
  if (standard.problem().kind == suite::Kind::function) {
    auto loads = load_alone(sample, program, standard, (*all)->front().arguments, drivers);
    if (!loads) return tl::unexpected(loads.error());
    if (!*loads) return {};
    free_load = standard.free_load(*sample.load);
  }
  sample.verdict = Verdict::accepted;
  for (std::size_t i = 0; i < (*all)->size(); ++i) {
    auto measured = measure_case(program, standard, i, (**all)[i], free_load, drivers);
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
