// harness/counters/icount/superblock.h -- which instructions of the program become one block.
//
// One entry, many ways out. It goes on where control most likely goes: past branches that are not taken,
// through jumps and into calls, and round a loop that leads back to its own first instruction, which unrolls
// it.
#pragma once

#include <cstdint>

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

constexpr unsigned kMostSteps = 64;

struct Step {
  Instruction instruction;
  std::uint32_t pc = 0;
  std::uint32_t side_exit = 0;  // of a branch: where it leaves the block to; 0: it does not
  bool is_inverted = false;     // the block goes on where the branch leads
};

struct Superblock {
  Step steps[kMostSteps];
  unsigned count = 0;
  // What comes after the last step: this address, unless the last step itself decides (indirect jumps,
  // returns), or the runtime has to do the instruction at this address.
  std::uint32_t next = 0;
  bool ends_indirect = false;
  bool ends_in_runtime = false;

  std::uint32_t after(unsigned index) const { return steps[index].pc + steps[index].instruction.length; }
};

void collect(const Hidden& hidden, Address pc, Superblock& block);
// The same again for a block that has been made: `count` steps, whatever has become known since.
void collect_again(const Hidden& hidden, Address pc, unsigned count, Superblock& block);

// Whether the code at `pc` surely replaces every status flag before it reads one.
bool flags_are_dead(const Hidden& hidden, Address pc);

}  // namespace effk::icount
