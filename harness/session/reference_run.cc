#include "harness/session/reference_run.h"

#include "harness/judge/judge.h"

namespace effk::session {

Result<measure::Execution> repeated(const measure::Job& job, Drivers& drivers) {
  auto best = drivers.run(job);
  for (int i = 1; best && i < drivers.instrument().traits().repetitions; ++i) {
    auto again = drivers.run(job);
    if (!again) return again;
    if (again->total < best->total) best = std::move(again);
  }
  return best;
}

Result<tl::expected<measure::Execution, Broken>> load_reference(const toolchain::Program& program,
                                                                std::string_view arguments,
                                                                Drivers& drivers) {
  measure::Job load;
  load.program = &program;
  load.arguments = arguments;
  load.load_only = true;
  auto loaded = repeated(load, drivers);
  if (!loaded) return tl::unexpected(loaded.error());
  if (loaded->wait_status == 0 && loaded->at_loaded) return std::move(*loaded);
  const auto end = judge::judge_end(*loaded, load);
  return tl::unexpected(Broken{"it does not load: " + (end ? end->detail : "it returned while loading")});
}

Result<tl::expected<ReferenceRun, Broken>> run_reference(const suite::Problem& problem,
                                                         const toolchain::Program& program,
                                                         std::string_view arguments, Drivers& drivers,
                                                         const ReferenceClocks& clocks) {
  measure::Job job;
  job.program = &program;
  job.arguments = arguments;
  job.cpu_limit = clocks.cpu;
  job.wall_limit = clocks.wall;
  job.memory_bytes = problem.limits.memory_bytes;
  job.output_bytes = problem.limits.output_bytes;
  auto execution = repeated(job, drivers);
  if (!execution) return tl::unexpected(execution.error());
  if (auto end = judge::judge_end(*execution, job)) return tl::unexpected(Broken{std::move(end->detail)});
  auto output = judge::result_value(*execution, problem);
  if (!output) return tl::unexpected(Broken{std::move(output.error().detail)});
  return ReferenceRun{std::move(*execution), std::move(*output)};
}

}  // namespace effk::session
