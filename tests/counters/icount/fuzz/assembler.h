// tests/counters/icount/fuzz/assembler.h -- the few instructions that the fuzzer's programs need by name.
#pragma once

#include "tests/counters/icount/fuzz/code_writer.h"

namespace effk::icount::fuzz {

enum Register : unsigned { rax, rcx, rdx, rbx, rsp, rbp, rsi, rdi, r8, r9, r10, r11, r12, r13, r14, r15 };

// Register operands by their upper bit: in ModRM's reg, and in its rm or the opcode.
constexpr unsigned rex_w(unsigned reg, unsigned rm) {
  return 0x48 | reg >> 3 << 2 | rm >> 3;
}
constexpr unsigned both(unsigned reg, unsigned rm) {
  return 0xc0 | (reg & 7) << 3 | (rm & 7);
}

inline Code mov(unsigned to, unsigned from) {
  return {rex_w(from, to), 0x89, both(from, to)};
}
inline Code mov_number(unsigned to, std::uint64_t value) {
  if (value >> 32 == 0) return Code{0x40 | to >> 3, 0xb8 | (to & 7)}.add32(static_cast<std::uint32_t>(value));
  return Code{rex_w(0, to), 0xb8 | (to & 7)}.add64(value);
}
// [base + distance], with 32 bits of distance.
inline Code with_base(Code code, unsigned reg, unsigned base, std::int32_t distance) {
  code.add8(0x80 | (reg & 7) << 3 | (base & 7));
  if ((base & 7) == 4) code.add8(0x24);
  return code.add32(static_cast<std::uint32_t>(distance));
}
inline Code lea(unsigned to, unsigned base, std::int32_t distance) {
  return with_base({rex_w(to, base), 0x8d}, to, base, distance);
}
inline Code load(unsigned to, unsigned base, std::int32_t distance) {
  return with_base({rex_w(to, base), 0x8b}, to, base, distance);
}
inline Code store(unsigned from, unsigned base, std::int32_t distance) {
  return with_base({rex_w(from, base), 0x89}, from, base, distance);
}
// [address]
inline Code absolute(Code code, unsigned reg, std::uint32_t address) {
  return code.add8(0x04 | (reg & 7) << 3).add8(0x25).add32(address);
}
inline Code load_from(unsigned to, std::uint32_t address) {
  return absolute({rex_w(to, 0), 0x8b}, to, address);
}
inline Code store_to(std::uint32_t address, unsigned from) {
  return absolute({rex_w(from, 0), 0x89}, from, address);
}
inline Code store_number(std::uint32_t address, std::uint32_t value) {  // sign-extended to 64 bits
  return absolute({0x48, 0xc7}, 0, address).add32(value);
}
inline Code push(unsigned from) {
  return {0x40 | from >> 3, 0x50 | (from & 7)};
}
inline Code pop(unsigned to) {
  return {0x40 | to >> 3, 0x58 | (to & 7)};
}

}  // namespace effk::icount::fuzz
