#include "harness/session/standard.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/base/digest.h"
#include "harness/base/files.h"
#include "harness/judge/judge.h"
#include "harness/session/reference_run.h"

namespace effk::session {
namespace {

// Clock backstops: so many times what the reference's pace predicts, and at least so much.
constexpr double kBackstopFactor = 10;
constexpr std::int64_t kLeastCpuSeconds = 2;
// Waiting counts for nothing but wall time, and a loaded machine must not turn honest code into time_limit.
constexpr int kWallPerCpu = 5;
// The widest vector of the baseline reads this many bytes with one instruction.
constexpr std::uint64_t kBytesAnInstruction = 32;

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

}  // namespace

Instructions load_allowance(suite::Language language) {
  return {language == suite::Language::cpp ? 200'000u : 2'000'000u};
}

StandardOptions StandardOptions::of(const suite::Suite& suite, double alpha) {
  return {alpha, suite.load, {suite.correctness_slack}};
}

Instructions uncharged_load(suite::LoadPolicy policy, suite::Language language) {
  constexpr Instructions kFree{2'000'000'000};
  return policy == suite::LoadPolicy::free ? kFree : load_allowance(language);
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
  standard->options_ = options;
  if (problem.kind == suite::Kind::function)
    standard->record_.allowance = uncharged_load(options.load, language);
  standard->reference_code_ = std::move(*code);
  const auto& program = std::get<toolchain::Program>(*built);
  auto started = problem.kind == suite::Kind::program ? standard->measure_empty_program(toolchain, drivers)
                                                      : standard->measure_load(program, drivers);
  if (!started) return tl::unexpected(started.error());
  if (auto measured = standard->measure_reference(program, drivers); !measured) {
    return tl::unexpected(measured.error());
  }
  Instructions dearest;
  for (const record::ReferenceCase& one : standard->record_.cases) {
    if (one.level > 0) dearest = std::max(dearest, one.cost);
  }
  standard->allowed_ = {static_cast<std::uint64_t>(options.alpha * static_cast<double>(dearest.value))};
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
  auto execution = repeated(job, drivers);
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
  std::int64_t cpu_us = 0;
  std::uint64_t instructions = 0;
  for (const cases::Case& one : **all) {
    if (auto measured = measure_case(program, one, drivers); !measured) return measured;
    cpu_us += last_cpu_us_;
    instructions += record_.cases.back().cost.value;
  }
  if (problem_.has_checker) {
    const auto unaccepted = generator_.find_unaccepted(**all, expected_);
    if (!unaccepted) return tl::unexpected(unaccepted.error());
    if (*unaccepted)
      return broken(problem_, language_, rejected_by_checker((**all)[(*unaccepted)->index], **unaccepted));
  }
  instructions_a_microsecond_ =
      static_cast<double>(instructions) / static_cast<double>(std::max<std::int64_t>(cpu_us, 1));
  return {};
}

Result<void> Standard::measure_case(const toolchain::Program& program, const cases::Case& one,
                                    Drivers& drivers) {
  auto run = run_reference(problem_, program, one.arguments, drivers);
  if (!run) return tl::unexpected(run.error());
  if (!*run) {
    return broken(problem_, language_,
                  fmt::format("level {}, case {}: {}", one.level, one.number, run->error().why));
  }
  const measure::Execution* execution = &(*run)->execution;
  const auto cost = cost_of_reference(*execution);
  if (!cost) return tl::unexpected(cost.error());
  const auto of_total = [](Instructions count) { return static_cast<std::int64_t>(count.value); };
  const std::int64_t frame = of_total(execution->total) - of_total(record_.load) - of_total(*cost);
  record_.cases.push_back(
      {one.level, one.number, *cost, frame, Instructions{one.arguments.size() / kBytesAnInstruction}});
  last_cpu_us_ = execution->use.user_us;
  expected_.push_back(std::move((*run)->output));
  return {};
}

Result<Instructions> Standard::cost_of_reference(const measure::Execution& execution) const {
  if (problem_.kind == suite::Kind::program) {
    if (execution.total < empty_program_)
      return fail(ErrorKind::internal, "the reference needs less than the empty program");
    return execution.total - empty_program_;
  }
  if (!execution.at_loaded || !execution.at_done)
    return fail(ErrorKind::internal, "the reference's child left out a mark");
  return *execution.at_done - *execution.at_loaded;
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

Instructions Standard::free_load(Instructions load) const {
  return std::min(load, record_.load + record_.allowance);
}

measure::Job Standard::job(const toolchain::Program& program, std::string_view arguments,
                           Instructions budget) const {
  measure::Job job;
  job.program = &program;
  job.arguments = arguments;
  job.budget = budget;
  const double predicted_us = static_cast<double>(budget.value) / std::max(instructions_a_microsecond_, 1e-3);
  const auto cpu = static_cast<std::int64_t>(kBackstopFactor * predicted_us / 1e6) + 1;
  job.cpu_limit = std::chrono::seconds(std::max(cpu, kLeastCpuSeconds));
  job.wall_limit = kWallPerCpu * std::chrono::duration_cast<std::chrono::milliseconds>(job.cpu_limit);
  job.memory_bytes = problem_.limits.memory_bytes;
  job.output_bytes = problem_.limits.output_bytes;
  job.overflow_is_limit = problem_.limits.overflow;
  return job;
}

}  // namespace effk::session
