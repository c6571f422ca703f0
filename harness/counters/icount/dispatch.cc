// The runtime's side of dispatch.S: finds or makes the block where the program goes on.
#include "harness/counters/icount/kernel.h"
#include "harness/counters/icount/lessons.h"
#include "harness/counters/icount/runtime.h"
#include "harness/counters/icount/translator.h"

#include <sys/syscall.h>

namespace effk::icount {
namespace {

constexpr int kNotMapped = 1;     // SEGV_MAPERR
constexpr int kNotPermitted = 2;  // SEGV_ACCERR

// Sets hidden.resume for hidden.pc; whatever is not to be executed raises its signal first.
std::uint32_t find_block(Hidden& hidden) {
  deliver_signals(hidden);
  std::uint32_t block = translated(hidden, hidden.pc);
  while (block == kNone) {
    const bool mapped = hidden.space.find(hidden.pc) != nullptr;
    if (mapped && hidden.pc >= kExecutableEnd && hidden.space.executable(hidden.pc, 1) > 0) {
      refuse(hidden, "the program executes code above 2 GiB, at", hidden.pc);
    }
    raise_fault(hidden, kSigSegv, mapped ? kNotPermitted : kNotMapped, hidden.pc);
    deliver_signals(hidden);
    block = translated(hidden, hidden.pc);
  }
  hidden.resume = hidden.cache.block(block).body;
  return block;
}

}  // namespace

void check_count(Hidden& hidden) {
  const std::uint64_t count = hidden.count();
  if (count < hidden.shadow) {
    hidden.slot.broken = 1;
    refuse(hidden, "the count has been tampered with");
  }
  hidden.shadow = count;
}

bool begins_instruction(Hidden& hidden, const Block& block, Address run) {
  Place found;
  return find_place(hidden, block, run, found) && found.run == run;
}

void locate(Hidden& hidden, const Block& block, Address run) {
  Place found;
  if (!find_place(hidden, block, run, found))
    refuse(hidden, "a fault outside the program's instructions, at", run);
  hidden.pc = found.pc;
  if (found.rcx_is_saved) hidden.registers[kRcx] = hidden.saved_rcx;
  if (block.added_early_at <= found.index || found.is_added)
    hidden.slot.spread[block.slot] -= block.instructions;
  hidden.slot.spread[block.slot] += found.index;
  // A string instruction keeps what it has done; its iterations are counted as far as it came.
  const Instruction* const instruction =
      hidden.options.count_iterations ? decode_at(hidden, hidden.pc) : nullptr;
  if (instruction != nullptr && instruction->repeat != Repeat::none) {
    hidden.slot.spread[block.slot] += hidden.repeat_before - hidden.registers[kRcx];
  }
}

}  // namespace effk::icount

using namespace effk::icount;

extern "C" void icount_dispatch(Hidden* hidden) {
  check_count(*hidden);
  if (hidden->exit == kNone) {
    hidden->pc = hidden->target;
    const std::uint32_t block = find_block(*hidden);
    note_lesson(*hidden, Lesson::indirect, hidden->pc);
    hidden->cache.remember(hidden->cache.block(block));
    return;
  }
  const Exit exit = hidden->cache.exit(hidden->exit);
  const std::uint32_t flushes = hidden->cache.flushes();
  hidden->pc = exit.pc;
  if (exit.kind == Exit::Kind::runtime) {
    hidden->slot.instructions += exit.instructions;
    do_instruction(*hidden);
    find_block(*hidden);
    return;
  }
  const std::uint32_t block = find_block(*hidden);
  if (flushes == hidden->cache.flushes() && hidden->cache.block(block).pc == exit.pc) {
    if (hidden->exit < hidden->cache.shared_exits()) note_lesson(*hidden, Lesson::exit, hidden->exit);
    hidden->cache.link(hidden->exit, hidden->cache.block(block));
  }
}

extern "C" void icount_after_fault(Hidden* hidden) {
  find_block(*hidden);
}
