// harness/cli/interrupt_signals.h -- Ctrl-C and SIGTERM set an Interruption; a second one ends at once.
#pragma once

#include "harness/session/interruption.h"

namespace effk::cli {

// `interruption` must live as long as the process handles signals. Call once.
void interrupt_on_signals(const session::Interruption& interruption);

}  // namespace effk::cli
