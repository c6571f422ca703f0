// harness/counters/icount/nested_arguments.h -- arguments of system calls that lead to further addresses.
//
// They are copied before they are checked, and the kernel gets the copy: another process that shares the
// memory cannot change them in between.
#pragma once

#include "harness/counters/icount/system_calls.h"

namespace effk::icount {

// An address above the program's window, where icount's own memory is.
constexpr bool is_outside(std::uint64_t value) {
  return value >= kWindowEnd && value < kUserEnd + kPage;
}

class NestedArguments {
 public:
  // Makes `call` point to checked copies here. 0, or what the call gives: -EFAULT, -EINVAL, ...
  long take(const Hidden& hidden, Call& call);
  // What the kernel has written into a copy goes back to the program.
  void give_back(const Hidden& hidden, const Call& original) const;

 private:
  struct Vector {
    Address base;
    std::uint64_t bytes;
  };
  // struct msghdr
  struct Message {
    Address name;
    std::uint64_t name_bytes;
    Address vectors;
    std::uint64_t count;
    Address control;
    std::uint64_t control_bytes;
    std::uint64_t flags;
  };
  static constexpr std::uint64_t kMostVectors = 1024;  // UIO_MAXIOV
  static constexpr std::uint64_t kMostControl = 4096;

  long take_vectors(const Hidden& hidden, Address& vectors, std::uint64_t count);
  long take_message(const Hidden& hidden, Call& call);
  long take_control(const Hidden& hidden);
  long take_filter(const Hidden& hidden, Address& filter);
  long take_mask(const Hidden& hidden, Address& mask);

  Vector vectors_[kMostVectors];
  alignas(8) char control_[kMostControl];
  Message message_;
  std::uint64_t pair_[2];  // a length or an address, and the other
};

}  // namespace effk::icount
