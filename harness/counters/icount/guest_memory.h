// harness/counters/icount/guest_memory.h -- looking into the program's memory without faulting there.
#pragma once

#include <sys/mman.h>

#include <cstdint>

#include "harness/counters/icount/hidden.h"
#include "harness/counters/icount/kernel.h"

namespace effk::icount {

// Whether the program has mapped all of [address, address + bytes) with this protection.
inline bool is_mapped(const Hidden& hidden, Address address, std::uint64_t bytes, int protection) {
  if (address < kWindowBegin || address >= kWindowEnd || bytes > kWindowEnd - address) return false;
  for (Address at = address; at < address + bytes;) {
    const Range* const range = hidden.space.find(at);
    if (range == nullptr || (range->protection & protection) != protection) return false;
    at = range->end;
  }
  return true;
}

template <class T>
bool read_guest(const Hidden& hidden, Address address, T& value) {
  if (!is_mapped(hidden, address, sizeof(T), PROT_READ)) return false;
  __builtin_memcpy(&value, reinterpret_cast<const void*>(address), sizeof(T));
  return true;
}

template <class T>
bool write_guest(const Hidden& hidden, Address address, const T& value) {
  if (!is_mapped(hidden, address, sizeof(T), PROT_WRITE)) return false;
  __builtin_memcpy(reinterpret_cast<void*>(address), &value, sizeof(T));
  return true;
}

// Whether the text at `address` begins with `text`.
inline bool guest_text_begins(const Hidden& hidden, Address address, const char* text) {
  return is_mapped(hidden, address, text_length(text), PROT_READ) &&
         starts_with(reinterpret_cast<const char*>(address), text);
}

// Whether the text at `address` is `text`.
inline bool guest_text_is(const Hidden& hidden, Address address, const char* text) {
  const std::uint64_t bytes = text_length(text) + 1;
  return is_mapped(hidden, address, bytes, PROT_READ) &&
         same_text(reinterpret_cast<const char*>(address), text);
}

}  // namespace effk::icount
