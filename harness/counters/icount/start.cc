// From the kernel's stack to the program's first instruction.
#include <asm/prctl.h>
#include <sys/mman.h>
#include <sys/syscall.h>

#include "harness/counters/icount/command_line.h"
#include "harness/counters/icount/cpu_identity.h"
#include "harness/counters/icount/hidden_places.h"
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/loader.h"
#include "harness/counters/icount/onlooker.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/slots.h"

extern "C" std::uint64_t icount_indirect_table[effk::icount::kIndirectEntries];

namespace effk::icount {
namespace {

constexpr long kIndirectBytes = sizeof icount_indirect_table;

// Makes what hidden.h describes, at a random place, and sets the GS base to it.
Hidden* make_hidden(const Options& options) {
  const Address place = hidden_memory(kCacheOffset + CodeCache::hidden_bytes(), MAP_PRIVATE);
  map_slots(place, options.counts_fd);
  // Guards below the two stacks.
  system_call(SYS_mprotect, static_cast<long>(place + kStackOffset - kPage), kPage, PROT_NONE);
  system_call(SYS_mprotect, static_cast<long>(place + kSignalStackOffset - kPage), kPage, PROT_NONE);
  auto* const hidden = reinterpret_cast<Hidden*>(place);
  hidden->self = hidden;
  hidden->options = options;
  hidden->random = options.seed;
  hidden->stack = place + kStackOffset + kStackBytes;
  hidden->entry = reinterpret_cast<Address>(&icount_entry);
  hidden->miss = reinterpret_cast<Address>(&icount_miss);
  hidden->space.use(reinterpret_cast<Range*>(place + kRangesOffset), kMostRanges);
  if (failed(system_call(SYS_mremap, as_long(icount_indirect_table), kIndirectBytes, kIndirectBytes,
                         MREMAP_MAYMOVE | MREMAP_FIXED, static_cast<long>(place + kIndirectOffset)))) {
    refuse("cannot move the table of indirect jumps");
  }
  hidden->cache.open(place + kCacheOffset, reinterpret_cast<Address*>(place + kIndirectOffset), hidden->miss);
  if (options.limit != 0) hidden->slot.budget = options.limit;
  if (failed(system_call(SYS_arch_prctl, ARCH_SET_GS, as_long(hidden)))) refuse("cannot set the GS base");
  return hidden;
}

}  // namespace
}  // namespace effk::icount

using namespace effk::icount;

extern "C" void icount_start(std::uint64_t* stack) {
  CommandLine line = read_command_line(stack);
  if (const char* missing = missing_feature(line.options.baseline)) refuse("this machine has not", missing);
  if (line.options.counts_fd < 0) line.options.counts_fd = start_onlooker(line);
  Hidden* const hidden = make_hidden(line.options);
  load_program(*hidden, line.invocation);
  take_signals(*hidden);
  icount_begin_on_own_stack();
}

// On the hidden stack: what the kernel has mapped for icount itself goes, with its clock page and random
// bytes.
extern "C" void icount_begin(Hidden* hidden) {
  hidden->cache.unmap_all_but_hidden(
      reinterpret_cast<Address>(hidden),
      reinterpret_cast<Address>(hidden) + kCacheOffset + CodeCache::hidden_bytes());
  hidden->limit_timer = -1;
  arm_limit(*hidden);
  icount_after_fault(hidden);
}
