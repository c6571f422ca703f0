// harness/counters/icount/lessons.h -- what forked processes had to make for themselves, for their parent to
// make before it forks again.
//
// A warm driver forks one process after another, and they all do much the same: what the first one has
// translated and linked, the second one finds. A forked process writes down what it lacked in its page of
// counts (count_slots.h); the parent reads it once that process is gone. Nothing in it is believed: each
// entry names code that the parent itself could come to, and translating changes no count.
#pragma once

#include "harness/counters/icount/hidden.h"

namespace effk::icount {

enum class Lesson : std::uint32_t {
  block,     // the address of a block that was not there
  exit,      // the number of an exit of the parent's that was not linked
  indirect,  // an address that an indirect jump did not find
};

// Notes it, if this is a forked process and its page has room.
void note_lesson(Hidden& hidden, Lesson lesson, std::uint64_t value);

// Call before a fork: takes over what the process that was forked last has noted, if nobody shares the cache
// any more.
void learn(Hidden& hidden);

// What a process knows of those that it has forked.
void note_fork(Hidden& hidden);
void note_end_of_child(Hidden& hidden);

}  // namespace effk::icount
