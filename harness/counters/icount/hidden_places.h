// harness/counters/icount/hidden_places.h -- where icount keeps what the program must not find.
#pragma once

#include <cstdint>

#include "harness/counters/icount/layout.h"

namespace effk::icount {

// Maps memory at a random address above the program's window, zero-filled, to be read and written. `sharing`
// is MAP_PRIVATE or MAP_SHARED. Ends the process if there is none.
Address hidden_memory(std::uint64_t bytes, int sharing);

}  // namespace effk::icount
