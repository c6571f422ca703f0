// harness/counters/icount/decoder.h -- what the translator must know of one x86-64 instruction.
//
// Not a disassembler: it finds the length, what the instruction does to the flow of control, whether it
// speaks of its own address, which flags it needs and which it surely replaces, and whether it may be copied
// at all.
//
// It looks as far as the encoding tells instructions apart: prefixes, opcode, ModRM, W, L. Conditions on the
// operands of one instruction (registers that must differ, masks, broadcasts, unused fields of EVEX) are left
// to the processor, which raises #UD on the copy as well; so are privileged instructions, which fault.
//
//   Source   Intel 64 and IA-32 Architectures Software Developer's Manual, volume 2, opcode maps (appendix
//            A); AMD64 Architecture Programmer's Manual, volume 3. Without APX (REX2, EVEX map 4), which no
//            processor has yet: undefined.
//   Memory   decode() reads no byte beyond `available` and keeps nothing. Freestanding: no C library.
//   Threads  free of state.
#pragma once

#include <cstddef>
#include <cstdint>

namespace effk::icount {

// Status flags, by their bits in RFLAGS.
enum Flags : std::uint16_t {
  kCarry = 1 << 0,
  kParity = 1 << 2,
  kAdjust = 1 << 4,
  kZero = 1 << 6,
  kSign = 1 << 7,
  kOverflow = 1 << 11,
  kStatusFlags = kCarry | kParity | kAdjust | kZero | kSign | kOverflow,
};

// What follows the instruction.
enum class Flow : std::uint8_t {
  next,           // the next one
  jump,           // `target`, always: jmp rel8/rel32
  branch,         // `target` or the next one: jcc, and jrcxz/loop/loope/loopne
  call,           // `target`, with a return address pushed: call rel32
  jump_indirect,  // jmp r/m64
  call_indirect,  // call r/m64
  ret,            // ret, ret imm16
  special,        // see Special; the translator answers it or refuses it
};

// Instructions that must not be copied as they are.
enum class Special : std::uint8_t {
  none,
  syscall,
  interrupt,  // int n, int3, int1
  cpuid,
  xgetbv,
  rdtsc,
  rdtscp,
  rdrand,            // `register_operand`, `operand_bytes`
  rdseed,            // likewise
  gs_base,           // rdgsbase, wrgsbase
  segment_load,      // mov sreg, pop fs/gs, lfs/lgs/lss: may move the GS base
  far_transfer,      // far call, jmp, ret; iret, sysenter, sysexit, sysret
  beyond_baseline,   // a real instruction that the chosen baseline does not have
  undefined,         // no instruction; one that always raises #UD (ud0, ud1, ud2); more than 15 bytes (#GP);
                     // or a near branch with 66, which Intel's processors ignore and AMD's do not
  not_reproducible,  // rdpmc, rdpid, sgdt/sidt/sldt/str/smsw, lar, lsl, verr, verw, rdpru, umwait, monitorx,
                     // enclu, vmcall and their like: what they give depends on the machine
  transaction,       // xbegin, xend, xabort, xtest
  protection_keys,   // rdpkru, wrpkru
};

enum class Baseline : std::uint8_t { v1, v2, v3, host };

enum class Repeat : std::uint8_t { none, rep, repe, repne };  // of a string instruction only

struct Instruction {
  std::uint8_t length = 0;
  Flow flow = Flow::next;
  Special special = Special::none;
  Repeat repeat = Repeat::none;  // ins, outs, movs, stos, lods: rep; cmps, scas: repe or repne
  bool rip_relative = false;     // its memory operand is RIP-relative; then disp32 lies at displacement_at
  bool gs_relative = false;      // a memory operand goes through GS (after all overrides), named or implied
  std::uint8_t displacement_at = 0;     // offset of disp8/disp32 from the first byte; 0 if there is none
  std::uint8_t displacement_bytes = 0;  // 0, 1, 4
  std::uint8_t immediate_bytes = 0;     // after the displacement, up to the end; rel8, rel32 and moffs too
  std::uint8_t opcode_at = 0;  // offset of the first opcode byte after legacy and REX prefixes (or of VEX)
  std::uint8_t map = 0;        // 0: one byte; 1: 0F; 2: 0F 38; 3: 0F 3A; others as VEX/XOP/EVEX count them
  std::uint8_t opcode = 0;     // the byte in that map
  std::uint8_t rex = 0;        // the REX byte that counts; 0 if there is none
  bool has_modrm = false;
  std::uint8_t modrm = 0;
  std::uint8_t register_operand = 0;  // rdrand, rdseed, rdgsbase...: the register's number 0-15
  std::uint8_t operand_bytes = 0;     // 1, 2, 4 or 8 for instructions of the general registers
  std::uint8_t address_bytes = 8;     // 4 with the 67 prefix
  std::int32_t target = 0;            // jump, branch, call: relative to the end of the instruction
  std::uint16_t immediate16 = 0;      // ret imm16
  // Flags it may read, and flags that it surely replaces whatever the operands are. When in doubt it reads
  // and does not replace: a flag that the manuals leave undefined, or that a shift by cl may leave as it was,
  // is not replaced. AF after and, or, xor and test is: every processor clears it.
  std::uint16_t flags_read = 0;
  std::uint16_t flags_replaced = 0;
};

// Decodes the instruction at `bytes`. False if `available` bytes do not hold a whole one (then its first byte
// beyond is needed), in which case `instruction` is not to be used. Encodings that raise #UD are decoded as
// Special::undefined, with the length as far as it is known.
bool decode(const std::uint8_t* bytes, std::size_t available, Baseline baseline, Instruction& instruction);

}  // namespace effk::icount
