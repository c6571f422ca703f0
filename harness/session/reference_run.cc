#include "harness/session/reference_run.h"

#include <vector>

#include "harness/judge/judge.h"
#include "harness/session/repetition.h"

namespace effk::session {

Result<measure::Execution> repeated_execution(const measure::Job& job, int repetitions, Drivers& drivers) {
  const CostUnit unit = drivers.instrument().traits().unit;
  measure::Job watched = job;
  watched.unit = unit;
  if (unit == CostUnit::cpu_time_nanoseconds && !job.budget) watched.budget = kNoBudget;
  std::vector<measure::Execution> executions;
  for (int i = 0; i < repetitions; ++i) {
    auto execution = drivers.run(watched);
    if (!execution) return execution;
    if (execution->wait_status != 0) return execution;
    executions.push_back(std::move(*execution));
  }
  return representative(std::move(executions), unit);
}

Result<tl::expected<measure::Execution, Broken>> load_reference(const toolchain::Program& program,
                                                                std::string_view arguments,
                                                                Drivers& drivers) {
  measure::Job load;
  load.program = &program;
  load.arguments = arguments;
  load.load_only = true;
  auto loaded = repeated_execution(load, drivers.instrument().traits().repetitions, drivers);
  if (!loaded) return tl::unexpected(loaded.error());
  if (loaded->wait_status == 0 && loaded->at_loaded) return std::move(*loaded);
  const auto end = judge::judge_end(*loaded, load);
  return tl::unexpected(Broken{"it does not load: " + (end ? end->detail : "it returned while loading")});
}

Result<tl::expected<ReferenceRun, Broken>> run_reference(const suite::Problem& problem,
                                                         const toolchain::Program& program,
                                                         std::string_view arguments, int level,
                                                         Drivers& drivers, const ReferenceClocks& clocks) {
  measure::Job job;
  job.program = &program;
  job.arguments = arguments;
  job.cpu_limit = clocks.cpu;
  job.wall_limit = clocks.wall;
  job.memory_bytes = problem.limits.memory_bytes;
  job.output_bytes = problem.limits.output_bytes;
  auto execution =
      repeated_execution(job, standard_repetitions(drivers.instrument().traits(), level), drivers);
  if (!execution) return tl::unexpected(execution.error());
  if (auto end = judge::judge_end(*execution, job)) return tl::unexpected(Broken{std::move(end->detail)});
  auto output = judge::result_value(*execution, problem);
  if (!output) return tl::unexpected(Broken{std::move(output.error().detail)});
  // A program's run has no marks between its beginning and its end.
  if (problem.kind == suite::Kind::function && (!execution->at_loaded || !execution->at_done))
    return fail(ErrorKind::internal, "the reference's child left out a mark");
  return ReferenceRun{std::move(*execution), std::move(*output)};
}

}  // namespace effk::session
