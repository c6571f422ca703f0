// harness/session/workers.h -- does tasks on several threads, each with drivers of its own.
#pragma once

#include <cstddef>
#include <functional>

#include "harness/base/error.h"
#include "harness/session/bench.h"

namespace effk::session {

// Calls `task(i, drivers)` for i = 0 .. count-1, in this order, on as many threads as the bench has jobs. The
// first Error stops the handing out of tasks and is returned; an interruption is an Error too.
Result<void> for_each_task(const Bench& bench, std::vector<Drivers>& drivers, std::size_t count,
                           const std::function<Result<void>(std::size_t, Drivers&)>& task);

// One set of drivers a worker, none of them started yet.
std::vector<Drivers> drivers_of_workers(const Bench& bench);

// The Error of everything that an interruption stopped.
tl::unexpected<Error> interrupted();
bool was_interrupted(const Error& error);

}  // namespace effk::session
