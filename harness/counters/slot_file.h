// harness/counters/slot_file.h -- the supervisor's side of the memory file in which our valgrind tool counts.
//
// What is read here was written by processes that may be hostile (a sample can store into its own slot):
// every field is taken as a number and nothing else.
#pragma once

#include <chrono>
#include <cstdint>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"
#include "harness/base/units.h"
#include "harness/counters/count_slots.h"

namespace effk::counters {

class SlotFile {
 public:
  static Result<SlotFile> create();
  SlotFile(SlotFile&& other) noexcept;
  SlotFile& operator=(SlotFile&&) = delete;
  ~SlotFile();

  int descriptor() const { return fd_.get(); }

  // The number that the next forked process will take.
  std::uint64_t next() const;

  struct Totals {
    Instructions instructions;
    std::uint64_t refused = 0;
    std::uint64_t uncountable = 0;  // processes that did what the instrument cannot count
  };
  // Sums over the processes that took numbers from `first` on. Errors: environment, if there were so many
  // that the ring has come round and some are lost.
  Result<Totals> since(std::uint64_t first) const;

  // Sums over the first process, if the instrument gives it a page without a number, and all others. Errors:
  // the same, and if a process has done what the instrument cannot count.
  Result<Totals> all() const;

  // Waits until the process with this number, which has sent a mark, has come to rest at it; returns true at
  // once if it is not on its way to a mark. False if it does not come to rest in time.
  bool wait_for_rest(std::uint64_t number, std::chrono::milliseconds at_most) const;

  // Limits the growth of the process with this number, and of those it forks.
  void limit_growth(std::uint64_t number, std::uint64_t bytes);

 private:
  SlotFile(UniqueFd fd, void* mapping) : fd_(std::move(fd)), mapping_(mapping) {}
  EffkSlot* page(std::size_t index) const;
  EffkSlot* slot(std::uint64_t number) const;

  UniqueFd fd_;
  void* mapping_;
};

}  // namespace effk::counters
