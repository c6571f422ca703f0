// harness/toolchain/cpp/elf_sections.h -- the sections of a shared object, without running any of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"

namespace effk::toolchain {

struct ElfSection {
  std::string name;
  bool executable = false;
  bool writable = false;
  std::uint64_t address = 0;
  std::string_view bytes;  // points into the input
};

// Errors: internal, since only the compiler's own output is read. Never reads outside `file`.
Result<std::vector<ElfSection>> elf_sections(std::string_view file);

}  // namespace effk::toolchain
