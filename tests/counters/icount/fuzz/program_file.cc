// A program as an ELF file, and as text.
#include <Zydis/Zydis.h>
#include <elf.h>
#include <fmt/format.h>

#include <cstring>

#include "tests/counters/icount/fuzz/places.h"
#include "tests/counters/icount/fuzz/program.h"

namespace effk::icount::fuzz {
namespace {

constexpr std::uint64_t kPageBytes = 4096;

std::uint64_t whole_pages(std::uint64_t bytes) {
  return (bytes + kPageBytes - 1) / kPageBytes * kPageBytes;
}

}  // namespace

std::string elf_of(const Program& program) {
  struct Segment {
    std::uint32_t at;
    const std::vector<std::uint8_t>& bytes;
    std::uint64_t in_memory;
    std::uint32_t flags;
  };
  static const std::vector<std::uint8_t> kNothing;
  const Segment segments[] = {
      {program.code.base(), program.code.bytes(), program.code.bytes().size(), PF_R | PF_X},
      {kArena, program.arena, kArenaBytes, PF_R | PF_W},
      {kVariables, program.variables, kVariablesEnd - kVariables, PF_R | PF_W},
      {kStack, kNothing, kStackBytes, PF_R | PF_W}};
  Elf64_Ehdr header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_ident[EI_VERSION] = EV_CURRENT;
  header.e_type = ET_EXEC;
  header.e_machine = EM_X86_64;
  header.e_version = EV_CURRENT;
  header.e_entry = program.entry;
  header.e_phoff = sizeof header;
  header.e_ehsize = sizeof header;
  header.e_phentsize = sizeof(Elf64_Phdr);
  header.e_phnum = std::size(segments) + 1;
  std::string file(reinterpret_cast<const char*>(&header), sizeof header);
  std::uint64_t offset = kPageBytes;
  for (const Segment& segment : segments) {
    Elf64_Phdr one{};
    one.p_type = PT_LOAD;
    one.p_flags = segment.flags;
    one.p_offset = offset;
    one.p_vaddr = one.p_paddr = segment.at;
    one.p_filesz = segment.bytes.size();
    one.p_memsz = segment.in_memory;
    one.p_align = kPageBytes;
    file.append(reinterpret_cast<const char*>(&one), sizeof one);
    offset += whole_pages(segment.bytes.size());
  }
  Elf64_Phdr stack{};
  stack.p_type = PT_GNU_STACK;  // without it all data could be executed
  stack.p_flags = PF_R | PF_W;
  file.append(reinterpret_cast<const char*>(&stack), sizeof stack);
  for (const Segment& segment : segments) {
    file.resize(whole_pages(file.size()));
    file.append(segment.bytes.begin(), segment.bytes.end());
  }
  return file;
}

std::string disassembly(const Program& program) {
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  ZydisFormatter formatter;
  ZydisFormatterInit(&formatter, ZYDIS_FORMATTER_STYLE_INTEL);
  std::string text;
  const auto& code = program.code;
  auto range = program.written.begin();
  for (const CodeWriter::Placed& placed : code.instructions()) {
    while (range != program.written.end() && range->to <= placed.address) ++range;
    if (range == program.written.end() || placed.address < range->from) continue;
    const std::size_t at = placed.address - code.base();
    ZydisDecodedInstruction instruction;
    ZydisDecodedOperand operands[ZYDIS_MAX_OPERAND_COUNT];
    char line[128] = "?";
    std::string bytes;
    if (ZYAN_SUCCESS(ZydisDecoderDecodeFull(&decoder, code.bytes().data() + at, code.bytes().size() - at,
                                            &instruction, operands))) {
      ZydisFormatterFormatInstruction(&formatter, &instruction, operands, instruction.operand_count_visible,
                                      line, sizeof line, placed.address, nullptr);
      for (unsigned i = 0; i < instruction.length; ++i) bytes += fmt::format("{:02x}", code.bytes()[at + i]);
    }
    text += fmt::format("  {:x}  {:<30}  {}\n", placed.address, bytes, line);
  }
  return text;
}

}  // namespace effk::icount::fuzz
