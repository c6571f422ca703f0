#include "tests/counters/icount/decoder_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace effk::icount {
namespace {

const ZydisDecoder& decoder() {
  static const ZydisDecoder made = [] {
    ZydisDecoder zydis;
    ZydisDecoderInit(&zydis, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
    // Long-mode processors of both makers; these modes give older instructions to the same bytes.
    ZydisDecoderEnableMode(&zydis, ZYDIS_DECODER_MODE_KNC, ZYAN_FALSE);
    return zydis;
  }();
  return made;
}

template <typename T, std::size_t n>
bool among(T value, const std::array<T, n>& values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool is_near_branch(const ZydisDecodedInstruction& instruction) {
  return instruction.mnemonic != ZYDIS_MNEMONIC_XBEGIN && instruction.mnemonic != ZYDIS_MNEMONIC_XABORT &&
         (instruction.meta.branch_type == ZYDIS_BRANCH_TYPE_SHORT ||
          instruction.meta.branch_type == ZYDIS_BRANCH_TYPE_NEAR);
}

bool is_far(const ZydisDecodedInstruction& instruction) {
  constexpr std::array kFar{ZYDIS_MNEMONIC_IRET,     ZYDIS_MNEMONIC_IRETD,   ZYDIS_MNEMONIC_IRETQ,
                            ZYDIS_MNEMONIC_SYSENTER, ZYDIS_MNEMONIC_SYSEXIT, ZYDIS_MNEMONIC_SYSRET};
  return among(instruction.mnemonic, kFar) || instruction.meta.branch_type == ZYDIS_BRANCH_TYPE_FAR;
}

bool is_not_reproducible(ZydisMnemonic mnemonic) {
  constexpr std::array kMnemonics{
      ZYDIS_MNEMONIC_RDPMC,  ZYDIS_MNEMONIC_RDPID,   ZYDIS_MNEMONIC_SGDT,     ZYDIS_MNEMONIC_SIDT,
      ZYDIS_MNEMONIC_SLDT,   ZYDIS_MNEMONIC_STR,     ZYDIS_MNEMONIC_SMSW,     ZYDIS_MNEMONIC_LAR,
      ZYDIS_MNEMONIC_LSL,    ZYDIS_MNEMONIC_VERR,    ZYDIS_MNEMONIC_VERW,     ZYDIS_MNEMONIC_RDPRU,
      ZYDIS_MNEMONIC_UMWAIT, ZYDIS_MNEMONIC_TPAUSE,  ZYDIS_MNEMONIC_UMONITOR, ZYDIS_MNEMONIC_MONITORX,
      ZYDIS_MNEMONIC_MWAITX, ZYDIS_MNEMONIC_MONITOR, ZYDIS_MNEMONIC_MWAIT,    ZYDIS_MNEMONIC_ENCLU,
      ZYDIS_MNEMONIC_ENCLV,  ZYDIS_MNEMONIC_VMCALL,  ZYDIS_MNEMONIC_VMFUNC,   ZYDIS_MNEMONIC_VMMCALL,
      ZYDIS_MNEMONIC_TDCALL, ZYDIS_MNEMONIC_SEAMRET, ZYDIS_MNEMONIC_SEAMOPS};
  return among(mnemonic, kMnemonics);
}

Special special_of(const ZydisDecodedInstruction& instruction) {
  if (is_far(instruction)) return Special::far_transfer;
  if (is_not_reproducible(instruction.mnemonic)) return Special::not_reproducible;
  switch (instruction.mnemonic) {
    case ZYDIS_MNEMONIC_SYSCALL:
      return Special::syscall;
    case ZYDIS_MNEMONIC_INT:
    case ZYDIS_MNEMONIC_INT1:
    case ZYDIS_MNEMONIC_INT3:
    case ZYDIS_MNEMONIC_INTO:
      return Special::interrupt;
    case ZYDIS_MNEMONIC_CPUID:
      return Special::cpuid;
    case ZYDIS_MNEMONIC_XGETBV:
      return Special::xgetbv;
    case ZYDIS_MNEMONIC_RDTSC:
      return Special::rdtsc;
    case ZYDIS_MNEMONIC_RDTSCP:
      return Special::rdtscp;
    case ZYDIS_MNEMONIC_RDRAND:
      return Special::rdrand;
    case ZYDIS_MNEMONIC_RDSEED:
      return Special::rdseed;
    case ZYDIS_MNEMONIC_RDGSBASE:
    case ZYDIS_MNEMONIC_WRGSBASE:
      return Special::gs_base;
    case ZYDIS_MNEMONIC_LFS:
    case ZYDIS_MNEMONIC_LGS:
    case ZYDIS_MNEMONIC_LSS:
      return Special::segment_load;
    case ZYDIS_MNEMONIC_MOV:
      return instruction.opcode_map == ZYDIS_OPCODE_MAP_DEFAULT && instruction.opcode == 0x8E
                 ? Special::segment_load
                 : Special::none;
    case ZYDIS_MNEMONIC_POP:
      return instruction.opcode_map == ZYDIS_OPCODE_MAP_0F ? Special::segment_load : Special::none;
    case ZYDIS_MNEMONIC_UD0:
    case ZYDIS_MNEMONIC_UD1:
    case ZYDIS_MNEMONIC_UD2:
      return Special::undefined;
    case ZYDIS_MNEMONIC_XBEGIN:
    case ZYDIS_MNEMONIC_XEND:
    case ZYDIS_MNEMONIC_XABORT:
    case ZYDIS_MNEMONIC_XTEST:
      return Special::transaction;
    case ZYDIS_MNEMONIC_RDPKRU:
    case ZYDIS_MNEMONIC_WRPKRU:
      return Special::protection_keys;
    default:
      return Special::none;
  }
}

Flow flow_of(const ZydisDecodedInstruction& instruction) {
  if (!is_near_branch(instruction)) return Flow::next;
  const bool relative = instruction.raw.imm[0].is_relative != ZYAN_FALSE;
  switch (instruction.mnemonic) {
    case ZYDIS_MNEMONIC_JMP:
      return relative ? Flow::jump : Flow::jump_indirect;
    case ZYDIS_MNEMONIC_CALL:
      return relative ? Flow::call : Flow::call_indirect;
    case ZYDIS_MNEMONIC_RET:
      return Flow::ret;
    default:
      return Flow::branch;
  }
}

// The smallest baseline that has it, as the sets of Zydis go.
Baseline baseline_of(const ZydisDecodedInstruction& instruction) {
  switch (instruction.meta.isa_set) {
    case ZYDIS_ISA_SET_CLFSH:
    case ZYDIS_ISA_SET_CMOV:
    case ZYDIS_ISA_SET_FAT_NOP:
    case ZYDIS_ISA_SET_FCMOV:
    case ZYDIS_ISA_SET_FXSAVE:
    case ZYDIS_ISA_SET_FXSAVE64:
    case ZYDIS_ISA_SET_I186:
    case ZYDIS_ISA_SET_I286PROTECTED:
    case ZYDIS_ISA_SET_I286REAL:
    case ZYDIS_ISA_SET_I386:
    case ZYDIS_ISA_SET_I486:
    case ZYDIS_ISA_SET_I486REAL:
    case ZYDIS_ISA_SET_I86:
    case ZYDIS_ISA_SET_LONGMODE:
    case ZYDIS_ISA_SET_PAUSE:
    case ZYDIS_ISA_SET_PENTIUMMMX:
    case ZYDIS_ISA_SET_PENTIUMREAL:
    case ZYDIS_ISA_SET_PPRO:
    case ZYDIS_ISA_SET_PREFETCH_NOP:
    case ZYDIS_ISA_SET_PREFETCHWT1:
    case ZYDIS_ISA_SET_RDWRFSGS:
    case ZYDIS_ISA_SET_SSE:
    case ZYDIS_ISA_SET_SSE2:
    case ZYDIS_ISA_SET_SSE2MMX:
    case ZYDIS_ISA_SET_SSEMXCSR:
    case ZYDIS_ISA_SET_SSE_PREFETCH:
    case ZYDIS_ISA_SET_X87:
      return Baseline::v1;
    case ZYDIS_ISA_SET_CMPXCHG16B:
    case ZYDIS_ISA_SET_LAHF:
    case ZYDIS_ISA_SET_POPCNT:
    case ZYDIS_ISA_SET_SSE3:
    case ZYDIS_ISA_SET_SSE3X87:
    case ZYDIS_ISA_SET_SSE4:
    case ZYDIS_ISA_SET_SSE42:
    case ZYDIS_ISA_SET_SSSE3:
    case ZYDIS_ISA_SET_SSSE3MMX:
      return Baseline::v2;
    case ZYDIS_ISA_SET_AVX:
    case ZYDIS_ISA_SET_AVX2:
    case ZYDIS_ISA_SET_AVX2GATHER:
    case ZYDIS_ISA_SET_BMI1:
    case ZYDIS_ISA_SET_BMI2:
    case ZYDIS_ISA_SET_F16C:
    case ZYDIS_ISA_SET_FMA:
    case ZYDIS_ISA_SET_LZCNT:
    case ZYDIS_ISA_SET_MOVBE:
    case ZYDIS_ISA_SET_XSAVE:
    case ZYDIS_ISA_SET_XSAVEOPT:
      return Baseline::v3;
    default:
      return Baseline::host;
  }
}

// Zydis counts the offset of a moffs as a displacement; we count it as an immediate.
bool is_moffs(const ZydisDecodedInstruction& instruction) {
  return instruction.opcode_map == ZYDIS_OPCODE_MAP_DEFAULT && (instruction.opcode & 0xFC) == 0xA0;
}

unsigned immediate_bytes_of(const ZydisDecodedInstruction& instruction) {
  unsigned bits = instruction.raw.imm[0].size + instruction.raw.imm[1].size;
  if (is_moffs(instruction)) bits += instruction.raw.disp.size;
  if (instruction.encoding == ZYDIS_INSTRUCTION_ENCODING_3DNOW) bits += 8;
  return bits / 8;
}

bool goes_through_gs(const Opinion& zydis) {
  for (int i = 0; i < zydis.instruction.operand_count; ++i) {
    const ZydisDecodedOperand& operand = zydis.operands[i];
    if (operand.type == ZYDIS_OPERAND_TYPE_MEMORY && operand.mem.type != ZYDIS_MEMOP_TYPE_AGEN &&
        operand.mem.segment == ZYDIS_REGISTER_GS) {
      return true;
    }
  }
  return false;
}

bool is_rip_relative(const ZydisDecodedInstruction& instruction) {
  return (instruction.attributes & ZYDIS_ATTRIB_HAS_MODRM) != 0 && instruction.raw.modrm.mod == 0 &&
         instruction.raw.modrm.rm == 5 && instruction.raw.disp.size == 32;
}

Repeat repeat_of(const ZydisDecodedInstruction& instruction) {
  if ((instruction.attributes & ZYDIS_ATTRIB_HAS_REP) != 0) return Repeat::rep;
  if ((instruction.attributes & ZYDIS_ATTRIB_HAS_REPE) != 0) return Repeat::repe;
  if ((instruction.attributes & ZYDIS_ATTRIB_HAS_REPNE) != 0) return Repeat::repne;
  return Repeat::none;
}

std::optional<std::string> shape_difference(const Instruction& ours, const Opinion& zydis) {
  const ZydisDecodedInstruction& theirs = zydis.instruction;
  const auto differs = [](const char* what, auto a, auto b) {
    return fmt::format("{} is {}, for Zydis {}", what, a, b);
  };
  const bool moffs = is_moffs(theirs);
  const unsigned displacement = moffs ? 0 : theirs.raw.disp.size / 8;
  if (ours.displacement_bytes != displacement)
    return differs("displacement_bytes", ours.displacement_bytes, displacement);
  const unsigned displacement_at = displacement == 0 ? 0 : theirs.raw.disp.offset;
  if (ours.displacement_at != displacement_at)
    return differs("displacement_at", ours.displacement_at, displacement_at);
  if (ours.immediate_bytes != immediate_bytes_of(theirs))
    return differs("immediate_bytes", ours.immediate_bytes, immediate_bytes_of(theirs));
  if (ours.rip_relative != is_rip_relative(theirs))
    return differs("rip_relative", ours.rip_relative, is_rip_relative(theirs));
  if (ours.gs_relative != goes_through_gs(zydis))
    return differs("gs_relative", ours.gs_relative, goes_through_gs(zydis));
  if (ours.address_bytes * 8 != theirs.address_width)
    return differs("address_bytes", ours.address_bytes, theirs.address_width / 8);
  if (ours.repeat != repeat_of(theirs))
    return differs("repeat", static_cast<int>(ours.repeat), static_cast<int>(repeat_of(theirs)));
  return std::nullopt;
}

std::optional<std::string> flow_difference(const Instruction& ours, const ZydisDecodedInstruction& theirs) {
  const Special special = special_of(theirs);
  if (ours.special != special) {
    return fmt::format("special is {}, for Zydis {}", static_cast<int>(ours.special),
                       static_cast<int>(special));
  }
  const Flow flow = special == Special::none ? flow_of(theirs) : Flow::special;
  if (ours.flow != flow) {
    return fmt::format("flow is {}, for Zydis {}", static_cast<int>(ours.flow), static_cast<int>(flow));
  }
  const bool relative = flow == Flow::jump || flow == Flow::branch || flow == Flow::call;
  if (relative && ours.target != theirs.raw.imm[0].value.s) {
    return fmt::format("target is {}, for Zydis {}", ours.target, theirs.raw.imm[0].value.s);
  }
  if (flow == Flow::ret && ours.immediate16 != theirs.raw.imm[0].value.u) {
    return fmt::format("immediate16 is {}, for Zydis {}", ours.immediate16, theirs.raw.imm[0].value.u);
  }
  return std::nullopt;
}

std::optional<std::string> flags_difference(const Instruction& ours, const ZydisDecodedInstruction& theirs) {
  if (theirs.cpu_flags == nullptr) {
    if (ours.flags_replaced == 0) return std::nullopt;
    return fmt::format("flags_replaced is {:#x}, for Zydis none", ours.flags_replaced);
  }
  const unsigned tested = theirs.cpu_flags->tested & kStatusFlags;
  if ((tested & ~ours.flags_read) != 0) {
    return fmt::format("flags_read is {:#x}, for Zydis {:#x}", ours.flags_read, tested);
  }
  const unsigned replaced = theirs.cpu_flags->modified | theirs.cpu_flags->set_0 | theirs.cpu_flags->set_1;
  if ((ours.flags_replaced & ~replaced) != 0) {
    return fmt::format("flags_replaced is {:#x}, for Zydis {:#x}", ours.flags_replaced,
                       replaced & kStatusFlags);
  }
  return std::nullopt;
}

}  // namespace

Opinion opinion_of_zydis(std::span<const std::uint8_t> bytes) {
  Opinion opinion;
  ZydisDecoderContext context;
  opinion.status =
      ZydisDecoderDecodeInstruction(&decoder(), &context, bytes.data(), bytes.size(), &opinion.instruction);
  opinion.valid = ZYAN_SUCCESS(opinion.status);
  if (opinion.valid) {
    ZydisDecoderDecodeOperands(&decoder(), &context, &opinion.instruction, opinion.operands,
                               opinion.instruction.operand_count);
  }
  return opinion;
}

std::optional<std::string> difference(std::span<const std::uint8_t> bytes, const Opinion& zydis) {
  Instruction ours;
  const bool whole = decode(bytes.data(), bytes.size(), Baseline::host, ours);
  if (!zydis.valid) {
    if (zydis.status == ZYDIS_STATUS_NO_MORE_DATA) {
      return whole && ours.special != Special::undefined
                 ? std::optional(fmt::format("length is {}, for Zydis more", ours.length))
                 : std::nullopt;
    }
    if (!whole) return "we want more bytes, Zydis knows it to be invalid";
    if (ours.special != Special::undefined) return "valid, for Zydis not";
    return std::nullopt;
  }
  if (!whole) return "we want more bytes, for Zydis it is whole";
  const ZydisDecodedInstruction& theirs = zydis.instruction;
  if (ours.special == Special::undefined) {
    return special_of(theirs) == Special::undefined ? std::nullopt
                                                    : std::optional<std::string>("invalid, for Zydis valid");
  }
  if (ours.length != theirs.length) {
    return fmt::format("length is {}, for Zydis {}", ours.length, theirs.length);
  }
  if (auto found = shape_difference(ours, zydis)) return found;
  if (auto found = flow_difference(ours, theirs)) return found;
  if (auto found = flags_difference(ours, theirs)) return found;
  for (const Baseline baseline : {Baseline::v1, Baseline::v2, Baseline::v3}) {
    Instruction there;
    if (!decode(bytes.data(), bytes.size(), baseline, there)) return "whole in one baseline only";
    const bool beyond = ours.special == Special::none && baseline < baseline_of(theirs);
    if (there.special != (beyond ? Special::beyond_baseline : ours.special) || there.length != ours.length) {
      return fmt::format("special in baseline {} is {}", static_cast<int>(baseline),
                         static_cast<int>(there.special));
    }
  }
  return std::nullopt;
}

std::string text_of(std::span<const std::uint8_t> bytes) {
  std::string text;
  for (const std::uint8_t byte : bytes) text += fmt::format("{:02x} ", byte);
  return text;
}

}  // namespace effk::icount
