// Encodings that ours and Zydis' tables judge differently, with the cause.
#include "tests/counters/icount/decoder_comparison.h"

namespace effk::icount {
namespace {

const char* why_undefined(const ZydisDecodedInstruction& zydis) {
  switch (zydis.meta.isa_ext) {
    case ZYDIS_ISA_EXT_KNC:
    case ZYDIS_ISA_EXT_KNCE:
    case ZYDIS_ISA_EXT_KNCV:
      return "Xeon Phi's first generation, which is no x86-64 that Linux runs programs on";
    default:
      break;
  }
  const bool near =
      zydis.meta.branch_type == ZYDIS_BRANCH_TYPE_SHORT || zydis.meta.branch_type == ZYDIS_BRANCH_TYPE_NEAR;
  const bool data16 = (zydis.attributes & ZYDIS_ATTRIB_HAS_OPERANDSIZE) != 0;
  const bool wide = (zydis.attributes & ZYDIS_ATTRIB_HAS_REX) != 0 && zydis.raw.rex.W != 0;
  if (near && data16 && !wide) return "a near branch with 66: Intel ignores the prefix, AMD cuts the target";
  return nullptr;
}

bool between(std::uint8_t value, std::uint8_t first, std::uint8_t last) {
  return value >= first && value <= last;
}

// Newer than Zydis 4.0.
const char* newer_legacy(const Instruction& ours) {
  if (ours.map == 1 && ours.opcode == 0x00) return "lkgs";
  if (ours.map == 1 && ours.opcode == 0x01) {
    if (ours.modrm == 0xC6) return "wrmsrns, rdmsrlist, wrmsrlist";
    if (ours.modrm == 0xCA) return "erets, eretu";
  }
  if (ours.map == 2 && ours.opcode == 0xF8 && ours.modrm >= 0xC0) return "urdmsr, uwrmsr";
  if (ours.map == 2 && ours.opcode == 0xFC) return "aadd, aand, axor, aor";
  return nullptr;
}

const char* newer_vex(const Instruction& ours) {
  const std::uint8_t opcode = ours.opcode;
  if (ours.map == 3) return opcode == 0xDE ? "SM3" : nullptr;
  if (ours.map != 2) return nullptr;
  if (opcode == 0x50 || opcode == 0x51) return "AVX-VNNI-INT8";
  if (opcode == 0x5C) return "AMX-FP16";
  if (opcode == 0x6C) return "AMX-COMPLEX";
  if (opcode == 0x72 || opcode == 0xB0 || opcode == 0xB1) return "AVX-NE-CONVERT";
  if (opcode == 0xB4 || opcode == 0xB5) return "AVX-IFMA";
  if (between(opcode, 0xCB, 0xCD)) return "SHA512";
  if (opcode == 0xD2 || opcode == 0xD3) return "AVX-VNNI-INT16";
  if (opcode == 0xDA) return "SM3, SM4";
  if (between(opcode, 0xE0, 0xEF)) return "cmpccxadd";
  return nullptr;
}

const char* why_valid(std::span<const std::uint8_t> bytes, const Instruction& ours, ZyanStatus status) {
  const std::uint8_t first = bytes[ours.opcode_at];
  const bool vex = first == 0xC4 || first == 0xC5;
  const bool evex = first == 0x62;
  if ((vex || evex) && status == ZYDIS_STATUS_BAD_REGISTER) {
    return "registers that must differ or do not exist are left to the processor";
  }
  if (evex && status == ZYDIS_STATUS_INVALID_MASK) return "masks are left to the processor";
  const bool broadcast = evex && (bytes[ours.opcode_at + 3U] & 0x10) != 0;
  if (broadcast) return "broadcast and rounding are left to the processor";
  if (vex) return newer_vex(ours);
  if (evex) return nullptr;
  if (ours.map == 1 && (ours.opcode == 0x1A || ours.opcode == 0x1B)) {
    return "faults of MPX, but a hint without it";
  }
  return newer_legacy(ours);
}

}  // namespace

const char* known_difference(std::span<const std::uint8_t> bytes, const Instruction& ours,
                             const Opinion& zydis) {
  if (zydis.valid()) return why_undefined(zydis.instruction);
  return why_valid(bytes, ours, zydis.status);
}

}  // namespace effk::icount
