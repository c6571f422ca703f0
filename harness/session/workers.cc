#include "harness/session/workers.h"

#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace effk::session {
namespace {

constexpr const char* kInterrupted = "interrupted";

}  // namespace

tl::unexpected<Error> interrupted() {
  return fail(ErrorKind::environment, kInterrupted);
}

bool was_interrupted(const Error& error) {
  return error.what == kInterrupted;
}

std::vector<Drivers> drivers_of_workers(const Bench& bench) {
  std::vector<Drivers> drivers;
  drivers.reserve(static_cast<std::size_t>(bench.options().jobs));
  for (int worker = 0; worker < bench.options().jobs; ++worker) drivers.push_back(bench.drivers(worker));
  return drivers;
}

Result<void> for_each_task(const Bench& bench, std::vector<Drivers>& drivers, std::size_t count,
                           const std::function<Result<void>(std::size_t, Drivers&)>& task) {
  std::atomic<std::size_t> next = 0;
  std::atomic<bool> stop = false;
  std::mutex mutex;
  std::optional<Error> first;
  const auto work = [&](Drivers& mine) {
    while (!stop) {
      const std::size_t index = next++;
      if (index >= count) return;
      auto done = task(index, mine);
      if (done && !bench.interruption().is_set()) continue;
      const std::lock_guard lock(mutex);
      stop = true;
      if (!first) first = bench.interruption().is_set() ? interrupted().value() : done.error();
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t worker = 1; worker < drivers.size(); ++worker) {
    threads.emplace_back([&, worker] { work(drivers[worker]); });
  }
  work(drivers[0]);
  for (std::thread& thread : threads) thread.join();
  if (first) return tl::unexpected(*first);
  return {};
}

}  // namespace effk::session
