#include "harness/toolchain/cpp/elf_sections.h"

#include <elf.h>

#include <cstring>
#include <optional>

namespace effk::toolchain {
namespace {

// A copy of the T at `offset`, if the file has all of it.
template <typename T>
std::optional<T> object_at(std::string_view file, std::uint64_t offset) {
  if (offset > file.size() || file.size() - offset < sizeof(T)) return std::nullopt;
  T object;
  std::memcpy(&object, file.data() + offset, sizeof object);
  return object;
}

std::optional<std::string_view> bytes_of(std::string_view file, const Elf64_Shdr& header) {
  if (header.sh_type == SHT_NOBITS) return std::string_view();
  if (header.sh_offset > file.size() || file.size() - header.sh_offset < header.sh_size) return std::nullopt;
  return file.substr(header.sh_offset, header.sh_size);
}

}  // namespace

Result<std::vector<ElfSection>> elf_sections(std::string_view file) {
  const auto broken = [] {
    return fail(ErrorKind::internal, "the compiler left a file that is not a shared object");
  };
  const auto header = object_at<Elf64_Ehdr>(file, 0);
  if (!header || std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) return broken();
  const auto section_header = [&](std::uint64_t index) {
    return object_at<Elf64_Shdr>(file, header->e_shoff + index * sizeof(Elf64_Shdr));
  };
  const auto names_header = section_header(header->e_shstrndx);
  if (!names_header) return broken();
  const auto names = bytes_of(file, *names_header);
  if (!names) return broken();

  std::vector<ElfSection> sections;
  for (std::uint64_t i = 0; i < header->e_shnum; ++i) {
    const auto section = section_header(i);
    if (!section || section->sh_name > names->size()) return broken();
    const auto bytes = bytes_of(file, *section);
    if (!bytes) return broken();
    const std::string_view name = names->substr(section->sh_name);
    sections.push_back({std::string(name.substr(0, name.find('\0'))),
                        (section->sh_flags & SHF_EXECINSTR) != 0, (section->sh_flags & SHF_WRITE) != 0,
                        section->sh_addr, *bytes});
  }
  return sections;
}

}  // namespace effk::toolchain
