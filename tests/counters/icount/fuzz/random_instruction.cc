#include "tests/counters/icount/fuzz/random_instruction.h"

#include <Zydis/Zydis.h>

#include <algorithm>
#include <optional>

#include "tests/counters/icount/fuzz/places.h"
#include "tests/counters/icount/fuzz/random_encoding.h"

namespace effk::icount::fuzz {
namespace {

constexpr std::uint32_t kStatus = kStatusFlags;

// What is left out, and why.
bool is_unsuitable(const ZydisDecodedInstruction& instruction) {
  switch (instruction.mnemonic) {
    // They tell where the last x87 instruction lies, which is another place in the copy.
    case ZYDIS_MNEMONIC_FNSTENV:
    case ZYDIS_MNEMONIC_FNSAVE:
    case ZYDIS_MNEMONIC_FXSAVE:
    case ZYDIS_MNEMONIC_FXSAVE64:
    // They load control words and pointers from anywhere; the generator has its own.
    case ZYDIS_MNEMONIC_FLDENV:
    case ZYDIS_MNEMONIC_FRSTOR:
    case ZYDIS_MNEMONIC_FXRSTOR:
    case ZYDIS_MNEMONIC_FXRSTOR64:
    case ZYDIS_MNEMONIC_FLDCW:
    case ZYDIS_MNEMONIC_LDMXCSR:
    case ZYDIS_MNEMONIC_VLDMXCSR:
    // Their order with other instructions of the memory is not told by the manuals, or they are slow.
    case ZYDIS_MNEMONIC_CLFLUSH:
    case ZYDIS_MNEMONIC_CLFLUSHOPT:
    case ZYDIS_MNEMONIC_CLWB:
    case ZYDIS_MNEMONIC_CLZERO:
    case ZYDIS_MNEMONIC_MONITORX:
    case ZYDIS_MNEMONIC_MWAITX:
    // What remains in the register is not the same each time, or not told.
    case ZYDIS_MNEMONIC_RDPRU:
    case ZYDIS_MNEMONIC_RDPID:
    case ZYDIS_MNEMONIC_SHLD:
    case ZYDIS_MNEMONIC_SHRD:
      return instruction.mnemonic != ZYDIS_MNEMONIC_SHLD && instruction.mnemonic != ZYDIS_MNEMONIC_SHRD
                 ? true
                 : instruction.operand_width == 16;
    case ZYDIS_MNEMONIC_PAUSE:  // with REX.B it is xchg r8, rax, which Zydis does not say
      return true;
    case ZYDIS_MNEMONIC_BSWAP:
      return instruction.operand_width == 16;
    default:
      break;
  }
  switch (instruction.meta.category) {
    case ZYDIS_CATEGORY_STRINGOP:  // the generator has its own: they move pointers
    case ZYDIS_CATEGORY_CALL:
    case ZYDIS_CATEGORY_RET:
    case ZYDIS_CATEGORY_UNCOND_BR:
    case ZYDIS_CATEGORY_COND_BR:
    case ZYDIS_CATEGORY_INTERRUPT:
    case ZYDIS_CATEGORY_IO:
    case ZYDIS_CATEGORY_IOSTRINGOP:
    case ZYDIS_CATEGORY_SYSTEM:
    case ZYDIS_CATEGORY_SYSCALL:
    case ZYDIS_CATEGORY_SYSRET:
    case ZYDIS_CATEGORY_XSAVE:
    case ZYDIS_CATEGORY_XSAVEOPT:
    case ZYDIS_CATEGORY_SEGOP:
    case ZYDIS_CATEGORY_RDWRFSGS:
    case ZYDIS_CATEGORY_CET:
    case ZYDIS_CATEGORY_MPX:
    case ZYDIS_CATEGORY_VTX:
    case ZYDIS_CATEGORY_SGX:
    case ZYDIS_CATEGORY_PKU:
    case ZYDIS_CATEGORY_UINTR:
    case ZYDIS_CATEGORY_ENQCMD:
    case ZYDIS_CATEGORY_MOVDIR:
    case ZYDIS_CATEGORY_WAITPKG:
    case ZYDIS_CATEGORY_PADLOCK:
    case ZYDIS_CATEGORY_AMX_TILE:
    case ZYDIS_CATEGORY_KEYLOCKER:
    case ZYDIS_CATEGORY_KEYLOCKER_WIDE:
      return true;
    default:
      return (instruction.attributes & ZYDIS_ATTRIB_IS_PRIVILEGED) != 0;
  }
}

std::optional<unsigned> general_register(ZydisRegister r) {
  const ZydisRegister whole = ZydisRegisterGetLargestEnclosing(ZYDIS_MACHINE_MODE_LONG_64, r);
  if (whole < ZYDIS_REGISTER_RAX || whole > ZYDIS_REGISTER_R15) return std::nullopt;
  return static_cast<unsigned>(whole - ZYDIS_REGISTER_RAX);
}

class Judge {
 public:
  Judge(const Roles& roles, Baseline baseline) : roles_(roles), baseline_(baseline) {
    ZydisDecoderInit(&decoder_, ZYDIS_MACHINE_MODE_LONG_64, ZYDIS_STACK_WIDTH_64);
  }

  std::optional<RandomInstruction> look_at(const Encoding& encoding) {
    if (ZYAN_FAILED(ZydisDecoderDecodeFull(&decoder_, encoding.bytes.data(), 15, &instruction_, operands_))) {
      return std::nullopt;
    }
    Instruction decoded;
    if (is_unsuitable(instruction_) || !decode(encoding.bytes.data(), 15, baseline_, decoded) ||
        decoded.special != Special::none || decoded.gs_relative) {
      return std::nullopt;
    }
    RandomInstruction result;
    for (unsigned i = 0; i < instruction_.operand_count; ++i) {
      const ZydisDecodedOperand& operand = operands_[i];
      const bool is_written = (operand.actions & ZYDIS_OPERAND_ACTION_MASK_WRITE) != 0;
      if (operand.type == ZYDIS_OPERAND_TYPE_MEMORY && !is_safe(operand, encoding, result))
        return std::nullopt;
      if (operand.type != ZYDIS_OPERAND_TYPE_REGISTER || !is_written) continue;
      if (ZydisRegisterGetClass(operand.reg.value) == ZYDIS_REGCLASS_SEGMENT) return std::nullopt;
      if (const auto r = general_register(operand.reg.value)) result.writes |= 1U << *r;
    }
    if ((result.writes & roles_.fixed()) != 0) return std::nullopt;
    result.code.add(encoding.bytes.data(), instruction_.length);
    set_flags(result);
    return result;
  }

 private:
  std::optional<std::uint64_t> value_of(ZydisRegister r) const {
    if (r == ZYDIS_REGISTER_NONE) return 0;
    const auto number = general_register(r);
    if (!number) return std::nullopt;
    if (*number == roles_.index) return roles_.index_value;
    for (std::size_t i = 0; i < roles_.pointers.size(); ++i) {
      if (roles_.pointers[i] == *number) return roles_.pointer_values[i];
    }
    return std::nullopt;
  }

  // Whether all that it may touch lies in the arena.
  bool is_safe(const ZydisDecodedOperand& operand, const Encoding& encoding,
               RandomInstruction& result) const {
    if (operand.mem.type != ZYDIS_MEMOP_TYPE_MEM) return operand.mem.type == ZYDIS_MEMOP_TYPE_AGEN;
    const std::uint64_t size = operand.size / 8;
    if (operand.mem.base == ZYDIS_REGISTER_RSP) {
      result.below_stack = true;
      return operand.mem.index == ZYDIS_REGISTER_NONE && operand.mem.disp.value <= -64 &&
             operand.mem.disp.value >= -120 && size <= 64 && !reaches_far();
    }
    std::uint64_t address = 0;
    if (operand.mem.base == ZYDIS_REGISTER_RIP || operand.mem.base == ZYDIS_REGISTER_EIP) {
      if (!encoding.operand.rip_relative) return false;
      address = encoding.operand.target;
      result.displacement_at = instruction_.raw.disp.offset;
      result.target = encoding.operand.target;
      if (operand.mem.segment == ZYDIS_REGISTER_FS) address = static_cast<std::uint32_t>(address + kFsBase);
    } else {
      const auto base = value_of(operand.mem.base);
      const auto index = value_of(operand.mem.index);
      if (!base || !index) return false;
      address = *base + *index * operand.mem.scale + static_cast<std::uint64_t>(operand.mem.disp.value);
      if (instruction_.address_width == 32) address = static_cast<std::uint32_t>(address);
      if (operand.mem.segment == ZYDIS_REGISTER_FS) address += kFsBase;
    }
    return address >= kArena + 0x1000 && address + size <= kArenaEnd - 0x1000 && !reaches_far() &&
           (!is_locked() || address % 8 == 0);
  }

  // A bit string's operand may lie far away from its address.
  bool reaches_far() const {
    const bool bits =
        instruction_.mnemonic == ZYDIS_MNEMONIC_BT || instruction_.mnemonic == ZYDIS_MNEMONIC_BTS ||
        instruction_.mnemonic == ZYDIS_MNEMONIC_BTR || instruction_.mnemonic == ZYDIS_MNEMONIC_BTC;
    if (!bits || operands_[1].type != ZYDIS_OPERAND_TYPE_REGISTER) return false;
    return general_register(operands_[1].reg.value) != roles_.index;
  }
  // Across two lines of the cache it is slow, or not allowed.
  bool is_locked() const {
    return (instruction_.attributes & ZYDIS_ATTRIB_HAS_LOCK) != 0 ||
           instruction_.mnemonic == ZYDIS_MNEMONIC_XCHG;
  }

  void set_flags(RandomInstruction& result) const {
    if (instruction_.cpu_flags == nullptr) return;
    const ZydisAccessedFlags& flags = *instruction_.cpu_flags;
    result.reads_flags = flags.tested & kStatus;
    result.undefines_flags = flags.undefined & kStatus;
    result.defines_flags = (flags.modified | flags.set_0 | flags.set_1) & kStatus & ~flags.undefined;
    const bool shifts = instruction_.meta.category == ZYDIS_CATEGORY_SHIFT;
    if (!shifts && instruction_.meta.category != ZYDIS_CATEGORY_ROTATE) return;
    const unsigned opcode = instruction_.opcode;
    const bool by_one = opcode == 0xd0 || opcode == 0xd1;
    const bool by_cl = opcode == 0xd2 || opcode == 0xd3 || opcode == 0xa5 || opcode == 0xad;
    // Further than the operand is wide, what is shifted out last is not told.
    if (shifts && !by_one && instruction_.operand_width < 32) result.undefines_flags |= kCarry;
    result.defines_flags &= ~result.undefines_flags;
    if (!by_one && (by_cl || instruction_.raw.imm[0].value.u == 0)) result.defines_flags = 0;
  }

  const Roles& roles_;
  Baseline baseline_;
  ZydisDecoder decoder_;
  ZydisDecodedInstruction instruction_;
  ZydisDecodedOperand operands_[ZYDIS_MAX_OPERAND_COUNT];
};

}  // namespace

std::vector<RandomInstruction> random_instructions(Random& random, const Roles& roles, Baseline baseline,
                                                   std::size_t count) {
  std::vector<RandomInstruction> all;
  Judge judge(roles, baseline);
  while (all.size() < count) {
    const auto one = judge.look_at(random_encoding(random, roles, baseline == Baseline::host));
    if (one) all.push_back(*one);
  }
  return all;
}

}  // namespace effk::icount::fuzz
