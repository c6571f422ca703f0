// harness/counters/icount/slots.h -- which page of the memory file lies under the counters: count_slots.h.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// Maps the first process's page over `hidden`, before anything is written there.
void map_first_slot(Address hidden, int fd);

// The next number and its page, for a forked process; takes over the budget and the limit on memory.
void take_next_slot(Hidden& hidden);

}  // namespace effk::icount
