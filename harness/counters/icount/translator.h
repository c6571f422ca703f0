// harness/counters/icount/translator.h -- copies code of the program so that the copy counts itself.
#pragma once

#include <cstdint>

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// The block of the program's code at `pc`, translated if it was not yet; kNone if there is nothing to
// execute. May flush the cache.
std::uint32_t translated(Hidden& hidden, Address pc);

// Decodes what stands at `pc`; false if it cannot be executed.
bool decode_at(const Hidden& hidden, Address pc, Instruction& instruction);

}  // namespace effk::icount
