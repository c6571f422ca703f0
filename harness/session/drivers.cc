#include "harness/session/drivers.h"

namespace effk::session {

Result<measure::WarmDriver*> Drivers::driver(suite::Language language) {
  auto place = drivers_.find(language);
  if (place == drivers_.end()) {
    auto started = measure::WarmDriver::start(toolchain_, language, instrument_, options_);
    if (!started) return tl::unexpected(started.error());
    place = drivers_.emplace(language, std::move(*started)).first;
  }
  return &place->second;
}

Result<measure::Execution> Drivers::run(const measure::Job& job) {
  const suite::Language language = job.program->language;
  for (int attempt = 0;; ++attempt) {
    auto ready = driver(language);
    if (!ready) return tl::unexpected(ready.error());
    auto execution = (*ready)->run(job);
    if (execution) return execution;
    drivers_.erase(language);
    if (attempt > 0 || measure::was_cancelled(execution.error())) return execution;
  }
}

Result<std::string> Drivers::identity(suite::Language language) {
  auto ready = driver(language);
  if (!ready) return tl::unexpected(ready.error());
  return (*ready)->identity();
}

}  // namespace effk::session
