// tests/counters/icount/decoder_cpu.h -- asks the processor itself what an instruction is.
//
// The instruction is put at the end of an executable page that nothing follows, and single-stepped with
// registers of our choice: a fault on the fetch of the next page says that it is longer; the trap after it,
// what it did. Signals do all of it: the handler of the first exchanges the registers, that of the second
// puts the old ones back.
//
//   Scope    the calling process, which should be a child made for it: it takes SIGILL, SIGSEGV, SIGBUS,
//            SIGFPE and SIGTRAP. Never give it a system call or an instruction that moves FS.
//   Threads  one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace effk::icount {

struct CpuState {
  std::array<std::uint64_t, 16> registers{};  // as encoded: rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8-r15
  std::uint64_t flags = 0;
  std::uint64_t rip = 0;  // out only: from the first byte of the instruction
  bool operator==(const CpuState&) const = default;
};

struct Execution {
  int signal = 0;             // SIGTRAP: it was executed
  bool wants_more = false;    // the fetch ran into the page that is missing
  std::uint64_t address = 0;  // of the fault
  CpuState after;
};

class Cpu {
 public:
  Cpu();

  // Executes `bytes`, which the missing page follows.
  Execution run(std::span<const std::uint8_t> bytes, const CpuState& before);

  // Memory that the instruction may read and write; the same before each run unless the caller changes it.
  std::span<std::uint8_t> scratch() const { return scratch_; }

 private:
  std::uint8_t* writable_;    // the page before the missing one
  std::uint8_t* executable_;  // the same page
  std::span<std::uint8_t> scratch_;
};

}  // namespace effk::icount
