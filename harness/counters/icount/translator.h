// harness/counters/icount/translator.h -- copies code of the program so that the copy counts itself.
#pragma once

#include <cstdint>

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

// The block of the program's code at `pc`, translated if it was not yet; kNone if there is nothing to
// execute. May flush the cache.
std::uint32_t translated(Hidden& hidden, Address pc);

// Where the copy of one instruction begins.
struct Place {
  std::uint32_t pc = 0;
  std::uint32_t run = 0;      // in the cache
  unsigned index = 0;         // how many instructions of the block come before it
  bool rcx_is_saved = false;  // the program's rcx is in Hidden::saved_rcx
  bool is_added = false;      // all of the block has been added already
};

// The last place of the block at or before an address of its copy. False if the address lies before the
// first. Nothing is kept for it: the block is translated again, to be thrown away.
bool find_place(Hidden& hidden, const Block& block, Address run, Place& place);

// What stands at `pc`, until the next call; nullptr if it cannot be executed.
const Instruction* decode_at(const Hidden& hidden, Address pc);

}  // namespace effk::icount
