#include "harness/session/drivers.h"

namespace effk::session {

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
