// harness/toolchain/cpp/instruction_check.h -- refuses machine code whose count would not be honest.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace effk::toolchain {

// The first instruction of `code` that a sample may not contain, as a line for a person:
//   "repe cmpsb at 0x1234: a string instruction with a rep prefix does unbounded work for one count"
// Refused are string instructions with a rep prefix, everything beyond x86-64-v3, instructions that change
// segment bases, and bytes that are no instruction. std::nullopt if there is none.
//
//   code     the bytes of an executable section
//   address  where it will be, relative to the shared object
std::optional<std::string> refused_instruction(std::string_view code, std::uint64_t address);

}  // namespace effk::toolchain
