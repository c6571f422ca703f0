#include "harness/session/standard.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/judge/judge.h"
#include "harness/session/earlier_run.h"
#include "harness/session/reference_run.h"
#include "harness/session/repetition.h"

namespace effk::session {
namespace {

// Clock backstops: so many times what the reference's pace predicts, and at least so much.
constexpr double kBackstopFactor = 10;
constexpr std::int64_t kLeastCpuSeconds = 2;
// Waiting counts for nothing but wall time, and a loaded machine must not turn honest code into time_limit.
constexpr int kWallPerCpu = 5;
// The widest vector of the baseline reads this many bytes with one instruction.
constexpr std::uint64_t kBytesAnInstruction = 32;
// ENAMEL's clock grants a sample so much beyond the budget, which matters at level 0 alone: elsewhere what is
// over budget scores 0 in any case.
constexpr Cost kClockTolerance{10'000'000};

tl::unexpected<Error> broken(const suite::Problem& problem, suite::Language language,
                             const std::string& why) {
  return fail(ErrorKind::bad_input,
              fmt::format("the {} reference of problem {} breaks its promise", suite::to_string(language),
                          problem.id),
              why, fmt::format("effk verify {}", problem.id));
}

std::string rejected_by_checker(const cases::Case& one, const cases::Generator::Unaccepted& unaccepted) {
  return fmt::format(
      "level {}, case {}: {}", one.level, one.number,
      unaccepted.objection.empty() ? "the checker does not accept its output" : unaccepted.objection);
}

// What a result of the reference depends on, besides the arguments.
std::string key_of_answers(const Standard& standard, const toolchain::Toolchain& toolchain) {
  Digester digester;
  digester.add(standard.problem().digest).add(standard.record().language).add(standard.record().code_digest);
  for (const auto& [key, value] : toolchain.identity()) digester.add(key).add(value);
  return digester.hex();
}

}  // namespace

Cost load_allowance(suite::Language language, const counters::Traits& instrument) {
  return instrument.in_own_unit({language == suite::Language::cpp ? 200'000u : 2'000'000u});
}

StandardOptions StandardOptions::of(const suite::Suite& suite, double alpha,
                                    const counters::Traits& instrument) {
  const Cost slack = instrument.in_own_unit({suite.correctness_slack});
  const bool is_time = instrument.unit == CostUnit::cpu_time_nanoseconds;
  return {alpha, suite.load, is_time ? std::max(slack, kClockTolerance) : slack};
}

Cost uncharged_load(suite::LoadPolicy policy, suite::Language language, const counters::Traits& instrument) {
  constexpr Instructions kFree{2'000'000'000};
  return policy == suite::LoadPolicy::free ? instrument.in_own_unit(kFree)
                                           : load_allowance(language, instrument);
}

Result<std::shared_ptr<const Standard>> Standard::measure(const suite::Problem& problem,
                                                          suite::Language language,
                                                          const toolchain::Toolchain& toolchain,
                                                          cases::Generator generator, Drivers& drivers,
                                                          const StandardOptions& options) {
  const auto path = problem.references_folder / ("reference" + std::string(suite::file_extension(language)));
  auto code = read_file(path);
  if (!code) return tl::unexpected(code.error());
  auto built = toolchain.build(problem, language, *code);
  if (!built) return tl::unexpected(built.error());
  if (const auto* failure = std::get_if<toolchain::CompileFailure>(&*built)) {
    return broken(problem, language, failure->message);
  }
  std::shared_ptr<Standard> standard(new Standard(problem, language, std::move(generator)));
  standard->record_.problem = problem.id;
  standard->record_.language = suite::to_string(language);
  standard->record_.code_digest = digest_of(*code);
  standard->record_.code = *code;
  standard->options_ = options;
  standard->unit_ = drivers.instrument().traits().unit;
  if (problem.kind == suite::Kind::function)
    standard->record_.allowance = uncharged_load(options.load, language, drivers.instrument().traits());
  const auto& program = standard->reference_.emplace(std::get<toolchain::Program>(std::move(*built)));
  // Held, so that the steps below do not read them again from the cache.
  const auto held = standard->cases();
  if (!held) return tl::unexpected(held.error());
  auto started = problem.kind == suite::Kind::program ? standard->measure_empty_program(toolchain, drivers)
                                                      : standard->measure_load(program, drivers);
  if (!started) return tl::unexpected(started.error());
  const bool exactly = drivers.instrument().traits().deterministic;
  standard->answers_key_ = key_of_answers(*standard, toolchain);
  if (options.earlier != nullptr && exactly) {
    auto taken = standard->take_over(*options.earlier, program, drivers);
    if (!taken) return tl::unexpected(taken.error());
  }
  if (!standard->was_taken_over_) {
    auto measured = standard->measure_reference(program, drivers);
    if (!measured) return tl::unexpected(measured.error());
  }
  if (options.continues) {
    if (auto kept = standard->keep(*options.earlier, exactly); !kept) return tl::unexpected(kept.error());
  }
  standard->set_pace();
  for (const record::ReferenceCase& one : standard->record_.cases) {
    if (one.level > 0) standard->dearest_ = std::max(standard->dearest_, one.cost);
  }
  standard->allowed_ = standard->allowed(options.alpha);
  return standard;
}

Result<void> Standard::measure_empty_program(const toolchain::Toolchain& toolchain, Drivers& drivers) {
  const auto all = cases();
  if (!all) return tl::unexpected(all.error());
  auto built =
      toolchain.build(problem_, language_, language_ == suite::Language::cpp ? "int main() {}\n" : "");
  if (!built) return tl::unexpected(built.error());
  if (const auto* failure = std::get_if<toolchain::CompileFailure>(&*built))
    return fail(ErrorKind::internal, "the empty program does not compile", failure->message);
  measure::Job job;
  job.program = &std::get<toolchain::Program>(*built);
  job.arguments = (*all)->front().arguments;
  auto execution = repeated_execution(job, drivers.instrument().traits().repetitions, drivers);
  if (!execution) return tl::unexpected(execution.error());
  if (const auto end = judge::judge_end(*execution, job))
    return fail(ErrorKind::internal, "the empty program does not end well", end->detail);
  empty_program_ = execution->total;
  return {};
}

Result<void> Standard::measure_load(const toolchain::Program& program, Drivers& drivers) {
  const auto all = cases();
  if (!all) return tl::unexpected(all.error());
  const auto loaded = load_reference(program, (*all)->front().arguments, drivers);
  if (!loaded) return tl::unexpected(loaded.error());
  if (!*loaded) return broken(problem_, language_, loaded->error().why);
  record_.load = (*loaded)->total;
  return {};
}

Result<void> Standard::measure_reference(const toolchain::Program& program, Drivers& drivers) {
  const auto all = cases();
  if (!all) return tl::unexpected(all.error());
  for (const cases::Case& one : **all) {
    if (auto measured = measure_case(program, one, drivers); !measured) return measured;
  }
  if (problem_.checker == suite::Checker::generator) {
    const auto unaccepted = generator_.find_unaccepted(**all, expected_);
    if (!unaccepted) return tl::unexpected(unaccepted.error());
    if (*unaccepted)
      return broken(problem_, language_, rejected_by_checker((**all)[(*unaccepted)->index], **unaccepted));
  }
  return keep_answers();
}

void Standard::set_pace() {
  std::int64_t cpu_us = 0;
  std::uint64_t cost = 0;
  for (const record::ReferenceCase& one : record_.cases) {
    cpu_us += one.use ? one.use->user_us : 0;
    cost += one.cost.value;
  }
  cost_a_microsecond_ = static_cast<double>(cost) / static_cast<double>(std::max<std::int64_t>(cpu_us, 1));
}

Result<void> Standard::measure_case(const toolchain::Program& program, const cases::Case& one,
                                    Drivers& drivers) {
  auto run = run_reference(problem_, program, one.arguments, one.level, drivers);
  if (!run) return tl::unexpected(run.error());
  if (!*run) {
    return broken(problem_, language_,
                  fmt::format("level {}, case {}: {}", one.level, one.number, run->error().why));
  }
  const measure::Execution& execution = (*run)->execution;
  const auto cost = cost_of_reference(execution);
  if (!cost) return tl::unexpected(cost.error());
  const auto of_total = [](Cost count) { return static_cast<std::int64_t>(count.value); };
  const std::int64_t frame = of_total(execution.total) - of_total(record_.load) - of_total(*cost);
  const Instructions floor{one.arguments.size() / kBytesAnInstruction};
  record_.cases.push_back({one.level, one.number, *cost, frame,
                           drivers.instrument().traits().in_own_unit(floor), execution.use,
                           digest_of(one.arguments)});
  expected_.push_back(std::move((*run)->output));
  return {};
}

Result<Cost> Standard::cost_of_reference(const measure::Execution& execution) const {
  if (problem_.kind == suite::Kind::program) {
    if (execution.total < empty_program_)
      return fail(ErrorKind::internal, "the reference needs less than the empty program");
    return execution.total - empty_program_;
  }
  return *execution.at_done - *execution.at_loaded;
}

tl::unexpected<Error> Standard::reference_failed(const std::string& what, const std::string& why) const {
  return fail(ErrorKind::environment,
              fmt::format("the {} reference of problem {} no longer {}", suite::to_string(language_),
                          problem_.id, what),
              why, "measure again with less else running");
}

Cost Standard::reference_total(std::size_t index) const {
  const record::ReferenceCase& one = record_.cases[index];
  const auto total = static_cast<std::int64_t>((one.cost + record_.load).value) + one.frame;
  return {static_cast<std::uint64_t>(std::max<std::int64_t>(total, 0))};
}

Result<std::shared_ptr<const Cases>> Standard::cases() const {
  const std::lock_guard lock(shelf_mutex_);
  if (auto held = shelf_.lock()) return held;
  auto all = generator_.cases(language_);
  if (!all) return tl::unexpected(all.error());
  auto made = std::make_shared<const Cases>(std::move(*all));
  shelf_ = made;
  return made;
}

Cost Standard::allowed(double alpha) const {
  return {static_cast<std::uint64_t>(alpha * static_cast<double>(dearest_.value))};
}

Cost Standard::free_load(Cost load) const {
  return std::min(load, record_.load + record_.allowance);
}

measure::Job Standard::job(const toolchain::Program& program, std::string_view arguments, Cost budget) const {
  measure::Job job;
  job.program = &program;
  job.arguments = arguments;
  job.budget = budget;
  job.unit = unit_;
  const double predicted_us = static_cast<double>(budget.value) / std::max(cost_a_microsecond_, 1e-3);
  const auto cpu = static_cast<std::int64_t>(kBackstopFactor * predicted_us / 1e6) + 1;
  job.cpu_limit = std::chrono::seconds(std::max(cpu, kLeastCpuSeconds));
  job.wall_limit = kWallPerCpu * std::chrono::duration_cast<std::chrono::milliseconds>(job.cpu_limit);
  job.memory_bytes = problem_.limits.memory_bytes;
  job.output_bytes = problem_.limits.output_bytes;
  job.overflow_is_limit = problem_.limits.overflow;
  return job;
}

}  // namespace effk::session
