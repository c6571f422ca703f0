// harness/counters/icount/slots.h -- which page of the memory file lies under the counters: count_slots.h.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// Maps the memory file where kCountsOffset says and the first process's page over `hidden`, before anything
// is written there; closes the descriptor, so that no way to the file is left but the hidden one.
void map_slots(Address hidden, int fd);

// What a forked process takes over from its parent's page.
struct InheritedLimits {
  std::uint64_t budget, growth_limit, base_bytes;
};
InheritedLimits limits_to_inherit(const Hidden& hidden);

// The next number and its page, for a forked process.
void take_next_slot(Hidden& hidden, const InheritedLimits& limits);

// The first page of the file, and that of a forked process by its number.
EffkSlotHeader& slots_header(const Hidden& hidden);
const EffkSlot& slot_of(const Hidden& hidden, std::uint64_t number);

}  // namespace effk::icount
