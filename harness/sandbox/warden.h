// harness/sandbox/warden.h -- the two processes that stand beside a confined program; see launch.h.
//
// Both run in a child of the harness that never executes anything: async-signal-safe throughout.
#pragma once

#include <sys/types.h>

namespace effk::sandbox {

// Process 1 of a pid namespace: adopts orphans and dies with the leash's other end.
[[noreturn]] void live_as_init(int leash);

struct Watch {
  int report;  // socket to the harness
  int leash;   // keeps the init alive; -1 without one
  pid_t init;  // -1 without a pid namespace
  pid_t program;
};

// Watches the program to its end, leaves nobody behind, reports, exits.
[[noreturn]] void live_as_warden(const Watch& watch);

}  // namespace effk::sandbox
