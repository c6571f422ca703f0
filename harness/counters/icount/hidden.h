// harness/counters/icount/hidden.h -- everything that icount knows of the program it counts.
//
// It lies at a random place that only the GS base tells. Copied code reaches it as gs:[offset]; the runtime
// is given a pointer. icount has no other writable memory: its text lies at a known place, and nothing there
// can be written.
#pragma once

#include <cstddef>
#include <cstdint>

#include "harness/counters/count_slots.h"
#include "harness/counters/icount/address_space.h"
#include "harness/counters/icount/code_cache.h"
#include "harness/counters/icount/decoder.h"
#include "harness/counters/icount/hidden_offsets.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/layout.h"
#include "harness/counters/icount/options.h"
#include "harness/counters/icount/signals.h"

namespace effk::icount {

enum Register : unsigned {
  kRax,
  kRcx,
  kRdx,
  kRbx,
  kRsp,
  kRbp,
  kRsi,
  kRdi,
  kR8,
  kR9,
  kR10,
  kR11,
  kR12,
  kR13,
  kR14,
  kR15
};

// alarm() and setitimer(), where time is virtual.
struct VirtualTimer {
  std::uint64_t due = 0;  // moment in nanoseconds; 0: off
  std::uint64_t interval = 0;
};
constexpr unsigned kVirtualTimers = 3;

// What a process has counted so far.
inline std::uint64_t count_of(const EffkSlot& slot) {
  std::uint64_t sum = slot.instructions;
  for (const std::uint64_t part : slot.spread) sum += part;
  return sum;
}

struct Hidden {
  EffkSlot slot;  // a page that the supervisor maps as well

  // The program, whenever it is in the runtime. Fixed offsets: dispatch.S.
  std::uint64_t registers[16];
  std::uint64_t flags;
  Address pc;
  Hidden* self;
  Address stack;      // end of the runtime's own
  Address saved_rcx;  // the program's, while copied code uses the register
  Address target;     // of an indirect jump
  Address resume;     // where in the cache to go on
  Address entry;      // of the runtime, in dispatch.S
  Address miss;
  std::uint32_t exit;     // by which the program came; kNone: by an indirect jump
  std::uint32_t arrived;  // a signal that the program may want to hear of has come
  // Of copied string instructions that count their iterations.
  std::uint64_t repeat_rax;
  std::uint64_t repeat_rdx;
  std::uint64_t repeat_before;

  std::uint64_t watched_budget;  // which the timer is set for
  std::uint64_t shadow;          // the count when the runtime was entered last
  Options options;
  CodeCache cache;
  AddressSpace space;
  Signals signals;
  Address heap_end;         // brk, as the program set it
  Address stack_begin;      // of the program's first stack
  Address arguments_begin;  // their texts, as the program was given them; those of the environment follow
  Address arguments_end;
  Address environment_end;
  std::uint64_t random;              // state of the virtual random numbers
  std::uint64_t waited_nanoseconds;  // virtual time that has passed in system calls
  VirtualTimer timers[kVirtualTimers];
  Address gs_base;                // as the program set it; nothing lies there
  Address system_call_at;         // of the instruction that is being done
  std::uint64_t forks;            // that this process has made
  std::uint64_t children;         // of them, not waited for yet
  std::uint32_t flushes_at_fork;  // of the cache, before the last of them
  std::int32_t limit_timer;       // -1: none yet
  char program[4096];  // its path, as /proc/self/exe tells; last, for it lies on pages that nobody writes

  std::uint64_t count() const { return count_of(slot); }
};

// Ends the process, and says in its page that its count is not one.
template <class... Detail>
[[noreturn]] void refuse(Hidden& hidden, const char* what, Detail... detail) {
  hidden.slot.uncountable = 1;
  refuse(what, detail...);
}

// Where the other hidden things lie, from Hidden on.
constexpr std::uint32_t kIndirectOffset = 1 << 20;
constexpr std::uint32_t kStackOffset = 2 << 20;
constexpr std::uint32_t kStackBytes = 256 << 10;
constexpr std::uint32_t kSignalStackOffset = (2 << 20) + (512 << 10);
constexpr std::uint32_t kSignalStackBytes = 256 << 10;
constexpr std::uint32_t kRangesOffset = 4 << 20;
constexpr std::uint32_t kMostRanges = 32768;
constexpr std::uint32_t kCountsOffset = 8 << 20;  // the memory file of all processes' counts: slots.cc
constexpr std::uint64_t kCountsBytes = std::uint64_t{EFFK_SLOT_PAGES} * EFFK_SLOT_BYTES;
constexpr std::uint32_t kCacheOffset = 16 << 20;
static_assert(kCountsOffset + kCountsBytes <= kCacheOffset);

static_assert(sizeof(EffkSlot) == ICOUNT_REGISTERS);
static_assert(offsetof(Hidden, registers) == ICOUNT_REGISTERS);
static_assert(offsetof(Hidden, flags) == ICOUNT_FLAGS);
static_assert(offsetof(Hidden, pc) == ICOUNT_PC);
static_assert(offsetof(Hidden, self) == ICOUNT_SELF);
static_assert(offsetof(Hidden, stack) == ICOUNT_STACK);
static_assert(offsetof(Hidden, saved_rcx) == ICOUNT_SAVED_RCX);
static_assert(offsetof(Hidden, target) == ICOUNT_TARGET);
static_assert(offsetof(Hidden, resume) == ICOUNT_RESUME);
static_assert(offsetof(Hidden, entry) == ICOUNT_ENTRY);
static_assert(offsetof(Hidden, miss) == ICOUNT_MISS);
static_assert(offsetof(Hidden, exit) == ICOUNT_EXIT);
static_assert(offsetof(Hidden, arrived) == ICOUNT_ARRIVED);
static_assert(sizeof(Hidden) < kIndirectOffset);

}  // namespace effk::icount
