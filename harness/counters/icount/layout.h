// harness/counters/icount/layout.h -- where things lie.
//
// The program under count lives in a fixed window of the address space. Everything that it executes lies
// below 2 GiB together with the code cache, so that a copied instruction reaches its operands by a new 32-bit
// displacement and a return address fits the immediate of one push. Everything that icount must keep from it
// lies at a random place above the window (hidden.h).
#pragma once

#include <cstdint>

namespace effk::icount {

using Address = std::uint64_t;

constexpr Address kPage = 4096;

constexpr Address kWindowBegin = 0x1'0000;
constexpr Address kWindowEnd = 0x800'0000'0000;  // 8 TiB

// Below 2 GiB: what may be executed, and copies of it.
constexpr Address kCodeBegin = 0x1000'0000;  // programs linked to a fixed address lie below
constexpr Address kCodeEnd = 0x4000'0000;
constexpr Address kCacheBegin = 0x4000'0000;
constexpr Address kCacheEnd = 0x6000'0000;
constexpr Address kRuntimeBegin = 0x7000'0000;  // icount's own text; see CMakeLists.txt
constexpr Address kRuntimeEnd = 0x7100'0000;
constexpr Address kExecutableEnd = 0x8000'0000;

// Above: data.
constexpr Address kHeapBegin = 0x1'0000'0000;  // brk
constexpr Address kHeapEnd = 0x100'0000'0000;
constexpr Address kDataBegin = 0x100'0000'0000;  // mmap
constexpr Address kStackEnd = kWindowEnd - 0x1'0000;

// Bits of an address that a program may use.
constexpr Address kUserEnd = 0x7fff'ffff'f000;

constexpr Address page_down(Address a) {
  return a & ~(kPage - 1);
}
constexpr Address page_up(Address a) {
  return (a + kPage - 1) & ~(kPage - 1);
}

}  // namespace effk::icount
