// harness/cli/interrupt_signals.h -- Ctrl-C and SIGTERM set an Interruption; a second one ends at once.
#pragma once

#include "harness/base/error.h"
#include "harness/session/interruption.h"

namespace effk::cli {

// The process's one Interruption, which signals set from now on.
Result<const session::Interruption*> interruption_by_signals();

}  // namespace effk::cli
