#include "harness/counters/icount/superblock.h"

#include "harness/counters/icount/extended_state.h"
#include "harness/counters/icount/translator.h"

namespace effk::icount {
namespace {

constexpr int kLookAhead = 16;

// What cannot be copied, or has to be answered by the runtime.
bool needs_runtime(const Hidden& hidden, const Instruction& instruction) {
  return instruction.flow == Flow::special || instruction.special != Special::none ||
         instruction.gs_relative || (instruction.repeat != Repeat::none && instruction.address_bytes != 8) ||
         moves_extended_state(hidden, instruction);
}

bool is_inside(Address pc) {
  return pc >= kWindowBegin && pc < kExecutableEnd;
}

}  // namespace

const Instruction* decode_at(const Hidden& hidden, Address pc) {
  if (!is_inside(pc)) return nullptr;
  DecodedInstruction& kept = hidden.cache.decoded(pc);
  if (kept.pc == pc) return &kept.instruction;
  const std::uint64_t bytes = hidden.space.executable(pc, 15);
  kept.pc = 0;
  if (bytes == 0 ||
      !decode(reinterpret_cast<const std::uint8_t*>(pc), bytes, hidden.options.baseline, kept.instruction)) {
    return nullptr;
  }
  kept.pc = static_cast<std::uint32_t>(pc);
  return &kept.instruction;
}

bool flags_are_dead(const Hidden& hidden, Address pc) {
  std::uint16_t replaced = 0;
  for (int i = 0; i < kLookAhead; ++i) {
    const Instruction* const found = decode_at(hidden, pc);
    if (found == nullptr || needs_runtime(hidden, *found)) return false;
    const Instruction& instruction = *found;
    if ((instruction.flags_read & ~replaced) != 0) return false;
    replaced = static_cast<std::uint16_t>(replaced | instruction.flags_replaced);
    if ((replaced & kStatusFlags) == kStatusFlags) return true;
    pc += instruction.length;
    switch (instruction.flow) {
      case Flow::next:
        break;
      case Flow::jump:
      case Flow::call:
        pc += static_cast<Address>(static_cast<std::int64_t>(instruction.target));
        break;
      default:
        return false;
    }
  }
  return false;
}

static void collect_steps(const Hidden& hidden, Address pc, Superblock& block, unsigned most,
                          bool stops_at_known) {
  const Address first = pc;
  block.count = 0;
  while (block.count < most) {
    Step& step = block.steps[block.count];
    step.pc = static_cast<std::uint32_t>(pc);
    step.side_exit = 0;
    step.is_inverted = false;
    block.next = step.pc;
    const Instruction* const found = decode_at(hidden, pc);
    if (found == nullptr) {
      // Going there raises the fault, when and if the program does.
      block.ends_in_runtime = block.count == 0;
      return;
    }
    step.instruction = *found;
    const Instruction& instruction = step.instruction;
    if (needs_runtime(hidden, instruction)) {
      block.ends_in_runtime = true;
      return;
    }
    ++block.count;
    const Address after = pc + instruction.length;
    const Address target = after + static_cast<Address>(static_cast<std::int64_t>(instruction.target));
    pc = after;
    switch (instruction.flow) {
      case Flow::branch:
        if (!is_inside(target)) {  // no honest program goes there
          --block.count;
          block.ends_in_runtime = true;
          return;
        }
        step.is_inverted = target == first;
        step.side_exit = static_cast<std::uint32_t>(step.is_inverted ? after : target);
        if (step.is_inverted) pc = target;
        break;
      case Flow::jump:
      case Flow::call:
        if (!is_inside(target)) {
          --block.count;
          block.ends_in_runtime = true;
          return;
        }
        pc = target;
        // Known code is not copied a second time.
        if (stops_at_known && hidden.cache.find(pc) != kNone) {
          block.next = static_cast<std::uint32_t>(pc);
          return;
        }
        break;
      case Flow::jump_indirect:
      case Flow::call_indirect:
      case Flow::ret:
        block.ends_indirect = true;
        return;
      default:
        break;
    }
    block.next = static_cast<std::uint32_t>(pc);
  }
}

void collect(const Hidden& hidden, Address pc, Superblock& block) {
  collect_steps(hidden, pc, block, kMostSteps, true);
}

void collect_again(const Hidden& hidden, Address pc, unsigned count, Superblock& block) {
  collect_steps(hidden, pc, block, count, false);
}

}  // namespace effk::icount
