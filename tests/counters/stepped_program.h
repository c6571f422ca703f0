// tests/counters/stepped_program.h -- a program that runs natively, stopped before its first instruction,
// with everything where an instrument that has an address space of its own would have put it.
//
// A program takes other steps where its memory lies elsewhere: the dynamic loader sorts its libraries by
// address and looks whether two mappings are neighbours, Python hashes addresses. So a count can be compared
// with native steps only if the addresses are the same: the same stack to the byte, program, loader, heap,
// and each mapping.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace effk::counters {

// Addresses; 0: where the kernel has put it.
struct Places {
  std::uint64_t program = 0;
  std::uint64_t interpreter = 0;
  std::uint64_t stack_end = 0;
  std::uint64_t stack_bytes = 0;
  std::uint64_t heap = 0;             // where brk begins
  std::vector<std::uint64_t> mapped;  // by mmap and mremap, in the order of the calls
};

// Starts the traced program. It does not return in the child.
pid_t start_stopped(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                    int output);

// Moves what the kernel has mapped to `places`, and writes the program's first stack: less in the auxiliary
// vector than the kernel tells (the loops over it take as many instructions as under icount), and the
// alignment that icount gives it.
void move_to(const Places& places, pid_t program);

// The calls of one process that choose an address, answered from `places`.
class PlacedCalls {
 public:
  explicit PlacedCalls(const Places& places) : places_(&places), heap_end_(places.heap) {}

  // At the kernel's door, before the call.
  void before(pid_t process);
  // At the next stop: whether the call is over. Gives the registers back that it had to change.
  void after(pid_t process);
  // In a child that was just forked: its mappings are not known.
  void forget_mappings() { next_ = places_->mapped.size(); }

 private:
  void place_mapping(pid_t process);
  void move_heap_end(pid_t process);

  const Places* places_;
  std::uint64_t heap_end_;
  std::size_t next_ = 0;
  std::vector<std::uint64_t> kept_;  // registers of the caller, if any were changed
  bool answers_ = false;             // the result is not the kernel's
  std::uint64_t answer_ = 0;
};

}  // namespace effk::counters
