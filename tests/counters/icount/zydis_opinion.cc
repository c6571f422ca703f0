#include "tests/counters/icount/zydis_opinion.h"

#include <algorithm>
#include <array>

namespace effk::icount {
namespace {

const ZydisDecoder& decoder() {
  static const ZydisDecoder made = [] {
    ZydisDecoder zydis;
    ZydisDecoderInit(&zydis, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
    return zydis;
  }();
  return made;
}

template <typename T, std::size_t n>
bool among(T value, const std::array<T, n>& values) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

bool in_one_byte_map(const ZydisDecodedInstruction& zydis) {
  return zydis.opcode_map == ZYDIS_OPCODE_MAP_DEFAULT;
}

bool is_near_branch(const ZydisDecodedInstruction& zydis) {
  return zydis.mnemonic != ZYDIS_MNEMONIC_XBEGIN && zydis.mnemonic != ZYDIS_MNEMONIC_XABORT &&
         (zydis.meta.branch_type == ZYDIS_BRANCH_TYPE_SHORT ||
          zydis.meta.branch_type == ZYDIS_BRANCH_TYPE_NEAR);
}

bool is_far(const ZydisDecodedInstruction& zydis) {
  constexpr std::array kFar{ZYDIS_MNEMONIC_IRET,     ZYDIS_MNEMONIC_IRETD,   ZYDIS_MNEMONIC_IRETQ,
                            ZYDIS_MNEMONIC_SYSENTER, ZYDIS_MNEMONIC_SYSEXIT, ZYDIS_MNEMONIC_SYSRET};
  return among(zydis.mnemonic, kFar) || zydis.meta.branch_type == ZYDIS_BRANCH_TYPE_FAR;
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

Special special_of(const ZydisDecodedInstruction& zydis) {
  if (is_far(zydis)) return Special::far_transfer;
  if (is_not_reproducible(zydis.mnemonic)) return Special::not_reproducible;
  switch (zydis.mnemonic) {
    case ZYDIS_MNEMONIC_SYSCALL:
      return Special::syscall;
    case ZYDIS_MNEMONIC_INT:
    case ZYDIS_MNEMONIC_INT1:
    case ZYDIS_MNEMONIC_INT3:
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
      return in_one_byte_map(zydis) && zydis.opcode == 0x8E ? Special::segment_load : Special::none;
    case ZYDIS_MNEMONIC_POP:
      return in_one_byte_map(zydis) ? Special::none : Special::segment_load;
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

Flow flow_of(const ZydisDecodedInstruction& zydis) {
  if (!is_near_branch(zydis)) return Flow::next;
  const bool relative = zydis.raw.imm[0].is_relative != ZYAN_FALSE;
  switch (zydis.mnemonic) {
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

Repeat repeat_of(const ZydisDecodedInstruction& zydis) {
  const bool string =
      zydis.meta.category == ZYDIS_CATEGORY_STRINGOP || zydis.meta.category == ZYDIS_CATEGORY_IOSTRINGOP;
  // PadLock's are loops too, but no baseline has them.
  if (!string) return Repeat::none;
  if ((zydis.attributes & ZYDIS_ATTRIB_HAS_REP) != 0) return Repeat::rep;
  if ((zydis.attributes & ZYDIS_ATTRIB_HAS_REPE) != 0) return Repeat::repe;
  if ((zydis.attributes & ZYDIS_ATTRIB_HAS_REPNE) == 0) return Repeat::none;
  // F2 before a string instruction that does not compare: the processors take it for F3.
  const bool compares = (zydis.opcode & 0xF6) == 0xA6;  // A6, A7, AE, AF
  return compares ? Repeat::repne : Repeat::rep;
}

bool goes_through_gs(const Opinion& opinion) {
  // The bounds of MPX: a hint today, but an access for Zydis or not, by instruction.
  if (opinion.instruction.meta.isa_ext == ZYDIS_ISA_EXT_MPX) return false;
  for (int i = 0; i < opinion.instruction.operand_count; ++i) {
    const ZydisDecodedOperand& operand = opinion.operands[i];
    if (operand.type == ZYDIS_OPERAND_TYPE_MEMORY && operand.mem.type != ZYDIS_MEMOP_TYPE_AGEN &&
        operand.mem.segment == ZYDIS_REGISTER_GS) {
      return true;
    }
  }
  return false;
}

// Zero where the size means nothing to us: of vectors, of privileged instructions, of hints, and of the two
// whose memory has another size than their registers.
std::uint8_t operand_bytes_of(const ZydisDecodedInstruction& zydis) {
  constexpr std::array kGeneral{ZYDIS_ISA_EXT_BASE,   ZYDIS_ISA_EXT_LONGMODE, ZYDIS_ISA_EXT_RDRAND,
                                ZYDIS_ISA_EXT_RDSEED, ZYDIS_ISA_EXT_RDWRFSGS, ZYDIS_ISA_EXT_MOVBE,
                                ZYDIS_ISA_EXT_LZCNT,  ZYDIS_ISA_EXT_BMI1};
  constexpr std::array kOthers{ZYDIS_MNEMONIC_SYSCALL, ZYDIS_MNEMONIC_XLAT, ZYDIS_MNEMONIC_CMPXCHG8B,
                               ZYDIS_MNEMONIC_INVLPG,  ZYDIS_MNEMONIC_LGDT, ZYDIS_MNEMONIC_LIDT,
                               ZYDIS_MNEMONIC_NOP};
  const bool moves_control = zydis.opcode_map == ZYDIS_OPCODE_MAP_0F && (zydis.opcode & 0xFC) == 0x20;
  if (zydis.encoding != ZYDIS_INSTRUCTION_ENCODING_LEGACY || moves_control ||
      zydis.meta.category == ZYDIS_CATEGORY_IO || !among(zydis.meta.isa_ext, kGeneral) ||
      among(zydis.mnemonic, kOthers)) {
    return 0;
  }
  return static_cast<std::uint8_t>(zydis.operand_width / 8);
}

void set_shape(const Opinion& opinion, Instruction& out) {
  const ZydisDecodedInstruction& zydis = opinion.instruction;
  const auto bytes_of = [](unsigned bits) { return static_cast<std::uint8_t>(bits / 8); };
  out.length = zydis.length;
  out.has_modrm = (zydis.attributes & ZYDIS_ATTRIB_HAS_MODRM) != 0;
  if (out.has_modrm) {
    out.modrm =
        static_cast<std::uint8_t>(zydis.raw.modrm.mod << 6 | zydis.raw.modrm.reg << 3 | zydis.raw.modrm.rm);
  }
  unsigned immediate_bits = zydis.raw.imm[0].size + 0U + zydis.raw.imm[1].size;
  // The address in mov al, moffs is a displacement for Zydis; the opcode of 3DNow comes last.
  const bool moffs = in_one_byte_map(zydis) && (zydis.opcode & 0xFC) == 0xA0;
  if (moffs) immediate_bits += zydis.raw.disp.size;
  if (zydis.encoding == ZYDIS_INSTRUCTION_ENCODING_3DNOW) immediate_bits += 8;
  out.immediate_bytes = bytes_of(immediate_bits);
  if (!moffs && zydis.raw.disp.size != 0) {
    out.displacement_bytes = bytes_of(zydis.raw.disp.size);
    out.displacement_at = zydis.raw.disp.offset;
  }
  out.rip_relative = out.has_modrm && (out.modrm & 0xC7) == 5 && out.displacement_bytes == 4;
  out.gs_relative = goes_through_gs(opinion);
  out.address_bytes = bytes_of(zydis.address_width);
  out.repeat = repeat_of(zydis);
  out.operand_bytes = operand_bytes_of(zydis);
}

void set_flow(const ZydisDecodedInstruction& zydis, Instruction& out) {
  out.special = special_of(zydis);
  out.flow = out.special == Special::none ? flow_of(zydis) : Flow::special;
  const bool relative = out.flow == Flow::jump || out.flow == Flow::branch || out.flow == Flow::call;
  if (relative) out.target = static_cast<std::int32_t>(zydis.raw.imm[0].value.s);
  if (in_one_byte_map(zydis) && (zydis.opcode == 0xC2 || zydis.opcode == 0xCA)) {
    out.immediate16 = static_cast<std::uint16_t>(zydis.raw.imm[0].value.u);
  }
}

bool compares_repeatedly(const Instruction& out) {
  return out.repeat == Repeat::repe || out.repeat == Repeat::repne;
}

// What Zydis lacks in "modified" and "set": facts of the manuals, or of every processor.
std::uint16_t more_replaced(const ZydisDecodedInstruction& zydis) {
  switch (zydis.mnemonic) {
    case ZYDIS_MNEMONIC_AND:
    case ZYDIS_MNEMONIC_OR:
    case ZYDIS_MNEMONIC_XOR:
    case ZYDIS_MNEMONIC_TEST:  // undefined in the manuals, cleared by every processor
    case ZYDIS_MNEMONIC_SBB:   // as sub
      return kAdjust;
    case ZYDIS_MNEMONIC_SHL:
    case ZYDIS_MNEMONIC_SHR:
    case ZYDIS_MNEMONIC_SAR:
    case ZYDIS_MNEMONIC_SHLD:
    case ZYDIS_MNEMONIC_SHRD:
    case ZYDIS_MNEMONIC_ROL:
    case ZYDIS_MNEMONIC_ROR:
    case ZYDIS_MNEMONIC_RCL:
    case ZYDIS_MNEMONIC_RCR:
      return kOverflow;  // by one
    case ZYDIS_MNEMONIC_BEXTR:
      return kCarry | kOverflow;  // cleared
    case ZYDIS_MNEMONIC_PTEST:
    case ZYDIS_MNEMONIC_VPTEST:
    case ZYDIS_MNEMONIC_VTESTPS:
    case ZYDIS_MNEMONIC_VTESTPD:
      return kStatusFlags;  // all others cleared
    default:
      return 0;
  }
}

void set_flags(const ZydisDecodedInstruction& zydis, Instruction& out) {
  if (zydis.cpu_flags == nullptr) return;
  out.flags_read = zydis.cpu_flags->tested & kStatusFlags;
  // ZF ends rep cmps and scas, but it is that of their own comparison.
  if (compares_repeatedly(out)) out.flags_read = 0;
  out.flags_replaced =
      (zydis.cpu_flags->modified | zydis.cpu_flags->set_0 | zydis.cpu_flags->set_1) & kStatusFlags;
  out.flags_replaced |= more_replaced(zydis);
  // With rcx = 0 nothing is compared.
  if (compares_repeatedly(out)) out.flags_replaced = 0;
}

}  // namespace

Opinion opinion_of_zydis(std::span<const std::uint8_t> bytes) {
  Opinion opinion;
  ZydisDecoderContext context;
  opinion.status =
      ZydisDecoderDecodeInstruction(&decoder(), &context, bytes.data(), bytes.size(), &opinion.instruction);
  if (opinion.valid()) {
    ZydisDecoderDecodeOperands(&decoder(), &context, &opinion.instruction, opinion.operands,
                               opinion.instruction.operand_count);
  }
  return opinion;
}

Instruction expected(const Opinion& opinion) {
  Instruction out;
  set_shape(opinion, out);
  set_flow(opinion.instruction, out);
  set_flags(opinion.instruction, out);
  return out;
}

}  // namespace effk::icount
