// tests/counters/icount/program_text.h -- the machine code of a program on this machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace effk::icount {

// The bytes of section .text; empty if there is no such file or section.
std::vector<std::uint8_t> program_text(const std::string& path);

}  // namespace effk::icount
