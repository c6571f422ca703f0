#include "harness/counters/icount/slots.h"

#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

// Puts a page of the file at `hidden`: from no bytes on, a shared mapping is not moved but mapped a second
// time.
void put_page(Address hidden, std::uint64_t page) {
  const long from = static_cast<long>(hidden + kCountsOffset + page * EFFK_SLOT_BYTES);
  if (failed(system_call(SYS_mremap, from, 0, EFFK_SLOT_BYTES, MREMAP_MAYMOVE | MREMAP_FIXED,
                         static_cast<long>(hidden)))) {
    refuse("cannot map a page of counts");
  }
}

}  // namespace

void map_slots(Address hidden, int fd) {
  if (failed(map(hidden + kCountsOffset, kCountsBytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd))) {
    refuse("cannot map the counts");
  }
  system_call(SYS_close, fd);
  put_page(hidden, EFFK_FIRST_SLOT_PAGE);
}

InheritedLimits limits_to_inherit(const Hidden& hidden) {
  return {hidden.slot.budget, hidden.slot.growth_limit, hidden.slot.base_bytes};
}

void take_next_slot(Hidden& hidden, const InheritedLimits& limits) {
  const std::uint64_t number = __atomic_fetch_add(&slots_header(hidden).next, 1, __ATOMIC_SEQ_CST);
  put_page(reinterpret_cast<Address>(&hidden), EFFK_RING_PAGE + number % EFFK_RING_SLOTS);
  memset(&hidden.slot, 0, sizeof hidden.slot);
  hidden.slot.budget = limits.budget;
  hidden.slot.growth_limit = limits.growth_limit;
  hidden.slot.base_bytes = limits.base_bytes;
  __atomic_store_n(&hidden.slot.taken_by, number + 1, __ATOMIC_SEQ_CST);
}

EffkSlotHeader& slots_header(const Hidden& hidden) {
  return *reinterpret_cast<EffkSlotHeader*>(reinterpret_cast<Address>(&hidden) + kCountsOffset);
}

const EffkSlot& slot_of(const Hidden& hidden, std::uint64_t number) {
  const std::uint64_t page = EFFK_RING_PAGE + number % EFFK_RING_SLOTS;
  return *reinterpret_cast<const EffkSlot*>(reinterpret_cast<Address>(&hidden) + kCountsOffset +
                                            page * EFFK_SLOT_BYTES);
}

}  // namespace effk::icount
