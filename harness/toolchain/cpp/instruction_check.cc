#include "harness/toolchain/cpp/instruction_check.h"

#include <Zydis/Zydis.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace effk::toolchain {
namespace {

// The extensions of x86-64-v3, and what every x86-64 has. XGETBV is XSAVE's one instruction here: libgcc's
// CPU detection needs it, as it needs CPUID (BASE).
constexpr std::array kBaseline{
    ZYDIS_ISA_EXT_BASE,  ZYDIS_ISA_EXT_LONGMODE, ZYDIS_ISA_EXT_X87,   ZYDIS_ISA_EXT_MMX,
    ZYDIS_ISA_EXT_SSE,   ZYDIS_ISA_EXT_SSE2,     ZYDIS_ISA_EXT_SSE3,  ZYDIS_ISA_EXT_SSSE3,
    ZYDIS_ISA_EXT_SSE4,  ZYDIS_ISA_EXT_AVX,      ZYDIS_ISA_EXT_AVX2,  ZYDIS_ISA_EXT_AVX2GATHER,
    ZYDIS_ISA_EXT_BMI1,  ZYDIS_ISA_EXT_BMI2,     ZYDIS_ISA_EXT_F16C,  ZYDIS_ISA_EXT_FMA,
    ZYDIS_ISA_EXT_LZCNT, ZYDIS_ISA_EXT_MOVBE,    ZYDIS_ISA_EXT_PAUSE, ZYDIS_ISA_EXT_CET,
    ZYDIS_ISA_EXT_CLFSH,
};

std::string text_of(const ZydisDecodedInstruction& instruction) {
  const char* prefix = "";
  if (instruction.attributes & ZYDIS_ATTRIB_HAS_REP) prefix = "rep ";
  if (instruction.attributes & ZYDIS_ATTRIB_HAS_REPE) prefix = "repe ";
  if (instruction.attributes & ZYDIS_ATTRIB_HAS_REPNE) prefix = "repne ";
  return fmt::format("{}{}", prefix, ZydisMnemonicGetString(instruction.mnemonic));
}

const char* fault_of(const ZydisDecodedInstruction& instruction) {
  constexpr ZydisInstructionAttributes kRepeated =
      ZYDIS_ATTRIB_HAS_REP | ZYDIS_ATTRIB_HAS_REPE | ZYDIS_ATTRIB_HAS_REPNE;
  if (instruction.attributes & kRepeated) {
    return "a string instruction with a rep prefix does unbounded work for one count";
  }
  const auto extension = instruction.meta.isa_ext;
  if (extension == ZYDIS_ISA_EXT_XSAVE && instruction.mnemonic == ZYDIS_MNEMONIC_XGETBV) return nullptr;
  if (extension == ZYDIS_ISA_EXT_RDWRFSGS) return "segment bases belong to the harness";
  if (std::find(kBaseline.begin(), kBaseline.end(), extension) == kBaseline.end()) {
    return "it is beyond the declared baseline x86-64-v3";
  }
  if (instruction.meta.category == ZYDIS_CATEGORY_IO || instruction.meta.category == ZYDIS_CATEGORY_SYSTEM) {
    // RDTSC is in SYSTEM's neighbourhood but harmless: it reads a clock.
    if (instruction.mnemonic != ZYDIS_MNEMONIC_RDTSC) return "user programs cannot execute it";
  }
  return nullptr;
}

}  // namespace

std::optional<std::string> refused_instruction(std::string_view code, std::uint64_t address) {
  ZydisDecoder decoder;
  ZydisDecoderInit(&decoder, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  ZydisDecodedInstruction instruction;
  for (std::size_t at = 0; at < code.size();) {
    const ZyanStatus status =
        ZydisDecoderDecodeInstruction(&decoder, nullptr, code.data() + at, code.size() - at, &instruction);
    if (!ZYAN_SUCCESS(status)) {
      return fmt::format(
          "bytes at {:#x} that are no instruction: machine code must be readable to be counted",
          address + at);
    }
    if (const char* fault = fault_of(instruction)) {
      return fmt::format("{} at {:#x}: {}", text_of(instruction), address + at, fault);
    }
    at += instruction.length;
  }
  return std::nullopt;
}

}  // namespace effk::toolchain
