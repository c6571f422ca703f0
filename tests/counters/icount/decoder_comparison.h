// tests/counters/icount/decoder_comparison.h -- holds our decoder against Zydis, one instruction at a time.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "tests/counters/icount/zydis_opinion.h"

namespace effk::icount {

// The first way in which ours and Zydis' reading of the bytes differ, for a person; nothing if they agree or
// if known_difference() knows why not. Looks at every baseline and, of what is whole, at one byte less.
std::optional<std::string> difference(std::span<const std::uint8_t> bytes, const Opinion& zydis);

// Why one of the two takes the bytes for an instruction and the other does not; null if nobody knows.
const char* known_difference(std::span<const std::uint8_t> bytes, const Instruction& ours,
                             const Opinion& zydis);

std::string text_of(std::span<const std::uint8_t> bytes);

// Gathers what a walk finds: each kind of difference once, with an example.
class Findings {
 public:
  void look_at(std::span<const std::uint8_t> bytes);

  std::uint64_t seen() const { return seen_; }
  std::uint64_t valid() const { return valid_; }
  // Empty if there was no difference.
  std::string text() const;

 private:
  struct Finding {
    std::uint64_t count = 0;
    std::string example;
  };
  std::map<std::string, Finding> findings_;
  std::uint64_t seen_ = 0;
  std::uint64_t valid_ = 0;
};

}  // namespace effk::icount
