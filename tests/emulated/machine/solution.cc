// A sample, with the call adaptor that the toolchain puts behind it: runs the known loop and returns its
// argument.
#include <cstdint>

#include "harness/counters/known_loop.h"

extern "C" __attribute__((visibility("default"))) void effk_call(void** arguments, void* result) {
  const auto iterations = *static_cast<std::int64_t*>(arguments[0]);
  run_known_loop(static_cast<std::uint64_t>(iterations));
  *static_cast<std::int64_t*>(result) = iterations;
}
