// harness/counters/icount_instrument.h -- exact counts on any x86-64 machine, by the translator in icount/.
#pragma once

#include <memory>

#include "harness/base/install_layout.h"
#include "harness/counters/instrument.h"

namespace effk::counters {

// Errors: environment, when this machine or this installation cannot count with it, and why.
Result<std::unique_ptr<Instrument>> make_icount_instrument(const InstallLayout& layout);

}  // namespace effk::counters
