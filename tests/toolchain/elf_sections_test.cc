#include "harness/toolchain/cpp/elf_sections.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "harness/base/files.h"

namespace effk::toolchain {
namespace {

// This program itself: an ELF file that every build has.
std::string this_program() {
  return read_file(std::filesystem::read_symlink("/proc/self/exe")).value();
}

TEST(ElfSections, HaveTheCodeOfThisProgram) {
  const std::string file = this_program();
  const auto sections = elf_sections(file);
  ASSERT_TRUE(sections) << error_text(sections.error());
  int code = 0, data = 0, zeros = 0;
  for (const ElfSection& section : *sections) {
    code += section.name == ".text" && section.executable && !section.writable;
    data += section.name == ".data" && section.writable && !section.executable;
    zeros += section.name == ".bss" && section.bytes.empty();
  }
  EXPECT_EQ(code + data + zeros, 3);
}

TEST(ElfSections, AreAnErrorForWhatIsNoElfFile) {
  EXPECT_FALSE(elf_sections(""));
  EXPECT_FALSE(elf_sections("#!/bin/sh\n"));
  EXPECT_FALSE(elf_sections(std::string(10'000, '\0')));
}

// With every byte of its headers changed in turn nothing outside the file may be read: the sanitizers' build
// would say so.
TEST(ElfSections, StayWithinAFileWhoseHeadersLie) {
  std::string file = this_program();
  std::uint64_t table = 0;
  std::memcpy(&table, file.data() + 40, sizeof table);  // e_shoff
  const auto try_with = [&](std::size_t at, char byte) {
    const char kept = file[at];
    file[at] = byte;
    if (const auto sections = elf_sections(file)) {
      for (const ElfSection& section : *sections) {
        if (section.bytes.empty()) continue;
        EXPECT_GE(section.bytes.data(), file.data());
        EXPECT_LE(section.bytes.data() + section.bytes.size(), file.data() + file.size());
      }
    }
    file[at] = kept;
  };
  for (const char byte : {'\0', '\x7f', '\xff'}) {
    for (std::size_t at = 4; at < 64; ++at) try_with(at, byte);
    for (std::size_t at = table; at < std::min<std::size_t>(table + 640, file.size()); ++at)
      try_with(at, byte);
  }
}

TEST(ElfSections, AreAnErrorOrFewerInAFileThatIsCutShort) {
  const std::string file = this_program();
  for (const std::size_t size : {file.size() - 1, file.size() / 2, std::size_t{64}, std::size_t{63}}) {
    EXPECT_FALSE(elf_sections(std::string_view(file).substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace effk::toolchain
