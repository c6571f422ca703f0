// harness/counters/data_limit.h -- the kernel's limit on the memory of a process that runs natively.
#pragma once

#include <sys/types.h>

#include <cstdint>

#include "harness/base/error.h"

namespace effk::counters {

// Makes allocations fail that would let the data of `process` grow by more than this, counted as RLIMIT_DATA
// counts: private memory that can be written, without the first stack.
Result<void> limit_data_growth(pid_t process, std::uint64_t growth_bytes);

}  // namespace effk::counters
