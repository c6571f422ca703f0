// harness/counters/icount/hidden_places.h -- where icount keeps what the program must not find.
#pragma once

#include <cstdint>

#include "harness/counters/icount/layout.h"

namespace effk::icount {

// A random address above the program's window with room for so many bytes, from the kernel's random numbers.
Address random_place(std::uint64_t bytes);

// Maps memory at such a place, zero-filled, to be read and written. Ends the process if there is none.
Address hidden_memory(std::uint64_t bytes);

// icount's own descriptors have these numbers.
constexpr std::uint32_t kFirstHiddenDescriptor = 1000;
constexpr std::uint32_t kFirstShownDescriptor = 1024;

// Moves a descriptor to a number where the program does not meet it; see system_calls.h.
int hide_descriptor(int fd);
// Whether a number belongs to icount.
bool is_hidden(std::uint64_t fd);

}  // namespace effk::icount
