#include "tests/counters/icount/program_text.h"

#include <elf.h>

#include <array>
#include <cstring>
#include <fstream>
#include <iterator>

namespace effk::icount {
namespace {

template <typename T>
T read_at(const std::vector<std::uint8_t>& file, std::size_t at) {
  T value{};
  if (at + sizeof value <= file.size()) std::memcpy(&value, file.data() + at, sizeof value);
  return value;
}

}  // namespace

std::vector<std::uint8_t> program_text(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  const std::vector<std::uint8_t> file((std::istreambuf_iterator<char>(stream)), {});
  const auto header = read_at<Elf64_Ehdr>(file, 0);
  const auto section = [&](std::size_t number) {
    return read_at<Elf64_Shdr>(file, header.e_shoff + number * sizeof(Elf64_Shdr));
  };
  const Elf64_Shdr names = section(header.e_shstrndx);
  for (std::size_t number = 0; number < header.e_shnum; ++number) {
    const Elf64_Shdr candidate = section(number);
    const auto name = read_at<std::array<char, 6>>(file, names.sh_offset + candidate.sh_name);
    if (std::memcmp(name.data(), ".text", 6) != 0) continue;
    if (candidate.sh_offset + candidate.sh_size > file.size()) return {};
    const auto begin = file.begin() + static_cast<std::ptrdiff_t>(candidate.sh_offset);
    return {begin, begin + static_cast<std::ptrdiff_t>(candidate.sh_size)};
  }
  return {};
}

}  // namespace effk::icount
