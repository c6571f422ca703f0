// What the children of count_works do; see harness/counters/count_driver_protocol.h.
#pragma once

#include <cstdint>

enum Work : std::uint32_t {
  kLoop = 1,        // `argument` iterations of the known loop
  kSort,            // sorts that many numbers
  kTree,            // three processes, a child of a child of a child, run the loop
  kTreeApart,       // the same, and the kernel may not let one process go on with the counter of another
  kLoopThenCrash,   // the loop, then a store to address 0
  kPrintThenCrash,  // writes "before" to standard error first
  kLoopForever,
  kLoopTwice,     // with a mark between
  kLoopOutside,   // asks valgrind to run the loop uncounted; exit status 0 if it did not
  kMagic,         // the other magic sequences; 0 if none had an effect
  kAllocate,      // new of that many bytes; 3 if bad_alloc was thrown
  kAllocateBits,  // that many bytes as nodes of 64 KiB; 3 if malloc failed
  kProtect,       // maps that many bytes without access and makes them writable; 3 if refused
  kRemap,         // maps a page and lets it grow to that many bytes; 3 if refused
  kBreak,         // moves the break up in steps; 3 if refused
  kGrandchildAllocates,
  kMapCode,            // 3 if anonymous executable memory was refused, by mmap and by mprotect
  kGrandchildTouches,  // a child of the child touches that many pages
};

enum : int { kRefused = 3 };
