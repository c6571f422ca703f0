#include "tests/counters/icount/zydis_opinion.h"

namespace effk::icount {
namespace {

// Opcodes 0F 18 to 0F 1F are hints: every processor runs them, whatever they mean to the newest.
bool is_hint(const ZydisDecodedInstruction& zydis) {
  return zydis.encoding == ZYDIS_INSTRUCTION_ENCODING_LEGACY && zydis.opcode_map == ZYDIS_OPCODE_MAP_0F &&
         zydis.opcode >= 0x18 && zydis.opcode <= 0x1F;
}

Baseline smallest_of_set(ZydisISASet set) {
  switch (set) {
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

}  // namespace

Baseline smallest_baseline(const Opinion& opinion) {
  const ZydisDecodedInstruction& zydis = opinion.instruction;
  if (is_hint(zydis)) return Baseline::v1;
  // Zydis' set is AVX, but it needs PCLMULQDQ as well.
  if (zydis.mnemonic == ZYDIS_MNEMONIC_VPCLMULQDQ) return Baseline::host;
  return smallest_of_set(zydis.meta.isa_set);
}

}  // namespace effk::icount
