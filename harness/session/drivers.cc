#include "harness/session/drivers.h"

#include <signal.h>
#include <sys/wait.h>

namespace effk::session {
namespace {

// The kernel that is short of memory, or an administrator; or the sample itself, which will do it again. None
// of the limits that end a child in this way, with a verdict of their own, was reached.
bool was_killed_by_others(const measure::Execution& execution, const measure::Job& job) {
  const bool by_us = execution.killed_over_budget || execution.killed_over_wall_limit ||
                     execution.killed_over_sleep_limit || execution.refused_memory ||
                     (job.budget && execution.total > *job.budget);
  const bool used_up_cpu =
      execution.use.user_us + execution.use.system_us >= job.cpu_limit.count() * 1'000'000 * 3 / 4;
  return WIFSIGNALED(execution.wait_status) && WTERMSIG(execution.wait_status) == SIGKILL && !by_us &&
         !used_up_cpu;
}

}  // namespace

Result<measure::WarmDriver*> Drivers::driver(const Key& key) {
  auto place = drivers_.find(key);
  if (place == drivers_.end()) {
    measure::DriverOptions options = options_;
    options.kind = key.second;
    auto started = measure::WarmDriver::start(toolchain_, key.first, instrument_, options);
    if (!started) return tl::unexpected(started.error());
    place = drivers_.emplace(key, std::move(*started)).first;
  }
  return &place->second;
}

Result<measure::Execution> Drivers::run(const measure::Job& job) {
  const Key key(job.program->language, job.program->kind);
  for (int attempt = 0;; ++attempt) {
    auto ready = driver(key);
    if (!ready) return tl::unexpected(ready.error());
    auto execution = (*ready)->run(job);
    if (execution && attempt == 0 && was_killed_by_others(*execution, job)) continue;
    if (execution) return execution;
    drivers_.erase(key);
    if (attempt > 0 || measure::was_cancelled(execution.error())) return execution;
  }
}

Result<std::string> Drivers::identity(suite::Language language) {
  auto ready = driver({language, suite::Kind::function});
  if (!ready) return tl::unexpected(ready.error());
  return (*ready)->identity();
}

}  // namespace effk::session
