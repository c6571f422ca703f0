#include "harness/counters/icount/slots.h"

#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/hidden_places.h"
#include "harness/counters/icount/kernel.h"

namespace effk::icount {
namespace {

void map_page(Address where, int fd, std::uint64_t page) {
  const long mapped =
      map(where, EFFK_SLOT_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, page * EFFK_SLOT_BYTES);
  if (failed(mapped)) refuse("cannot map a page of counts");
}

// The header is mapped only while a number is taken from it.
std::uint64_t take_number(int fd, Address place) {
  map_page(place, fd, 0);
  auto* const header = reinterpret_cast<EffkSlotHeader*>(place);
  const std::uint64_t number = __atomic_fetch_add(&header->next, 1, __ATOMIC_SEQ_CST);
  system_call(SYS_munmap, static_cast<long>(place), EFFK_SLOT_BYTES);
  return number;
}

}  // namespace

void map_first_slot(Address hidden, int fd) {
  map_page(hidden, fd, EFFK_FIRST_SLOT_PAGE);
}

void take_next_slot(Hidden& hidden) {
  const EffkSlot before = hidden.slot;
  const std::uint64_t number =
      take_number(hidden.slots_fd, reinterpret_cast<Address>(&hidden) + kHeaderOffset);
  map_page(reinterpret_cast<Address>(&hidden), hidden.slots_fd, EFFK_RING_PAGE + number % EFFK_RING_SLOTS);
  memset(&hidden.slot, 0, sizeof hidden.slot);
  hidden.slot.budget = before.budget;
  hidden.slot.growth_limit = before.growth_limit;
  hidden.slot.base_bytes = before.base_bytes;
  __atomic_store_n(&hidden.slot.taken_by, number + 1, __ATOMIC_SEQ_CST);
}

}  // namespace effk::icount
