// harness/counters/icount/address_space.h -- what the program has mapped in its window.
//
// icount chooses every address itself, by first fit in a fixed zone, so that the same calls get the same
// addresses on any kernel and machine. It keeps the ranges in order; the kernel is never asked what is
// mapped.
#pragma once

#include <cstdint>

#include "harness/counters/icount/layout.h"

namespace effk::icount {

struct Range {
  Address begin = 0;
  Address end = 0;
  std::uint8_t protection = 0;  // PROT_*
  bool is_private = true;
};

class AddressSpace {
 public:
  // `storage` holds `capacity` ranges; it must be zero-filled and stay.
  void use(Range* storage, std::uint32_t capacity) {
    ranges_ = storage;
    capacity_ = capacity;
  }

  // The lowest place in [begin, end) where `bytes` (whole pages) are free; 0 if there is none.
  Address find_free(std::uint64_t bytes, Address begin, Address end) const;
  bool is_free(Address begin, Address end) const;

  // Puts a range in place of whatever is there. False if there are too many ranges.
  bool set(Address begin, Address end, int protection, bool is_private);
  bool clear(Address begin, Address end);
  // As mprotect: false if a part is not mapped (then nothing is changed) or there are too many ranges.
  bool protect(Address begin, Address end, int protection);

  // The range that holds the address; nullptr if it is free.
  const Range* find(Address address) const;
  // The first range that ends above the address; nullptr if there is none.
  const Range* find_from(Address address) const;
  // How many bytes from `pc` on may be executed, up to `most`.
  std::uint64_t executable(Address pc, std::uint64_t most) const;
  bool any_executable(Address begin, Address end) const;

 private:
  std::uint32_t first_ending_after(Address address) const;
  bool replace(Address begin, Address end, const Range* with);

  Range* ranges_ = nullptr;
  std::uint32_t count_ = 0;
  std::uint32_t capacity_ = 0;
};

}  // namespace effk::icount
