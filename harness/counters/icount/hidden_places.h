// harness/counters/icount/hidden_places.h -- where icount keeps what the program must not find.
#pragma once

#include <cstdint>

#include "harness/counters/icount/layout.h"

namespace effk::icount {

// A random address above the program's window with room for so many bytes, from the kernel's random numbers.
Address random_place(std::uint64_t bytes);

// Maps memory at such a place, zero-filled, to be read and written. Ends the process if there is none.
Address hidden_memory(std::uint64_t bytes);

// icount's own descriptors have the highest numbers that a program may have; see system_calls.cc.
constexpr std::uint32_t kHiddenDescriptors = 16;

// The first of them, by the limit on open files. Ends the process if that is too low.
std::uint32_t first_hidden_descriptor();
// Moves a descriptor there.
int hide_descriptor(int fd, std::uint32_t first);

}  // namespace effk::icount
