// tests/counters/icount/cpu_claims.h -- holds the decoder against the processor that runs the test.
//
//   length   is what it fetches: neither a byte more nor less
//   flow     goes on after the instruction, or at its target
//   flags    toggling one that is not in flags_read changes nothing but itself, and toggling one that is in
//            flags_replaced not even that
//
// Whatever this processor does not have, or faults on for its operands, is passed over, and so is what would
// change the test's own surroundings.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "harness/counters/icount/decoder.h"
#include "tests/counters/icount/decoder_cpu.h"

namespace effk::icount {

class CpuClaims {
 public:
  CpuClaims();

  void look_at(std::span<const std::uint8_t> bytes);

  std::uint64_t executed() const { return executed_; }
  // One line for each kind of broken claim; empty if there was none.
  std::string text() const;

 private:
  Execution run(std::span<const std::uint8_t> bytes, std::uint64_t flags);
  void check_flow(const Instruction& instruction, const Execution& execution);
  void check_flags(std::span<const std::uint8_t> bytes, const Instruction& instruction,
                   const Execution& plain);
  void broken(const std::string& claim);

  Cpu cpu_;
  CpuState state_;
  std::vector<std::uint8_t> filling_;
  std::span<const std::uint8_t> bytes_;
  std::uint64_t executed_ = 0;
  std::map<std::string, std::string> broken_;
};

// False where instructions cannot be single-stepped, as under some emulators.
bool cpu_single_steps();

// Runs `work` in a child and gives the text that it returned; what became of the child if it died.
std::string in_child(std::string (*work)());

}  // namespace effk::icount
