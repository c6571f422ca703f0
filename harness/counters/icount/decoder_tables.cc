// The maps of the general registers.
#include "harness/counters/icount/decoder_tables.h"

#include <initializer_list>

namespace effk::icount {

namespace {

// What condition 0..15 of jcc, setcc and cmovcc tests.
constexpr std::uint8_t kConditions[16] = {kO, kO, kC, kC, kZ,      kZ,      kC | kZ,      kC | kZ,
                                          kS, kS, kP, kP, kS | kO, kS | kO, kZ | kS | kO, kZ | kS | kO};

using A = Action;
using I = Immediate;

constexpr void put(Map& map, int first, int last, Entry entry) {
  for (int opcode = first; opcode <= last; ++opcode) map.at[opcode] = entry;
}

constexpr void put(Map& map, int opcode, Entry entry) {
  map.at[opcode] = entry;
}

// add, or, adc, sbb, and, sub, xor, cmp: each with six forms. The logical ones leave AF undefined in the
// manuals, but every processor replaces it.
constexpr void put_arithmetic(Map& map) {
  for (int operation = 0; operation < 8; ++operation) {
    const int base = operation * 8;
    const std::uint8_t reads = operation == 2 || operation == 3 ? kC : 0;
    const std::uint8_t lock = operation == 7 ? 0 : kLock;
    const std::uint8_t modrm_lock = kModrm | lock;
    const std::uint8_t byte_lock = kModrm | kByte | lock;
    put(map, base + 0, {A::plain, I::none, byte_lock, reads, kAll});
    put(map, base + 1, {A::plain, I::none, modrm_lock, reads, kAll});
    put(map, base + 2, {A::plain, I::none, kModrm | kByte, reads, kAll});
    put(map, base + 3, {A::plain, I::none, kModrm, reads, kAll});
    put(map, base + 4, {A::plain, I::i8, kByte, reads, kAll});
    put(map, base + 5, {A::plain, I::operand, 0, reads, kAll});
  }
}

constexpr void put_strings(Map& map) {
  for (int opcode : {0x6C, 0x6E, 0xA4, 0xAA, 0xAC}) {
    put(map, opcode, {A::string, I::none, kByte, 0, 0});
    put(map, opcode + 1, {A::string, I::none, 0, 0, 0});
  }
  for (int opcode : {0xA6, 0xAE}) {
    put(map, opcode, {A::string_compare, I::none, kByte, 0, kAll});
    put(map, opcode + 1, {A::string_compare, I::none, 0, 0, kAll});
  }
}

constexpr void put_moves(Map& map) {
  put(map, 0x50, 0x5F, {A::plain, I::none, kDefault64, 0, 0});
  put(map, 0x63, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0x68, {A::plain, I::operand, kDefault64, 0, 0});
  put(map, 0x6A, {A::plain, I::i8, kDefault64, 0, 0});
  put(map, 0x86, {A::plain, I::none, kModrm | kByte | kLock, 0, 0});
  put(map, 0x87, {A::plain, I::none, kModrm | kLock, 0, 0});
  put(map, 0x88, {A::plain, I::none, kModrm | kByte, 0, 0});
  put(map, 0x89, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0x8A, {A::plain, I::none, kModrm | kByte, 0, 0});
  put(map, 0x8B, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0x8C, {A::mov_from_segment, I::none, kModrm, 0, 0});
  put(map, 0x8D, {A::lea, I::none, kModrm, 0, 0});
  put(map, 0x8E, {A::mov_to_segment, I::none, kModrm, 0, 0});
  put(map, 0x8F, {A::pop_rm, I::none, kModrm | kDefault64, 0, 0});
  put(map, 0x90, 0x99, {A::plain, I::none, 0, 0, 0});
  put(map, 0x9B, {A::plain, I::none, 0, 0, 0});
  put(map, 0x9C, {A::plain, I::none, kDefault64, kAll, 0});
  put(map, 0x9D, {A::plain, I::none, kDefault64, 0, kAll});
  put(map, 0x9E, {A::lahf, I::none, 0, 0, kC | kP | kA | kZ | kS});
  put(map, 0x9F, {A::lahf, I::none, 0, kC | kP | kA | kZ | kS, 0});
  put(map, 0xA0, {A::plain, I::address, kByte, 0, 0});
  put(map, 0xA1, {A::plain, I::address, 0, 0, 0});
  put(map, 0xA2, {A::plain, I::address, kByte, 0, 0});
  put(map, 0xA3, {A::plain, I::address, 0, 0, 0});
  put(map, 0xB0, 0xB7, {A::plain, I::i8, kByte, 0, 0});
  put(map, 0xB8, 0xBF, {A::plain, I::operand_full, 0, 0, 0});
  put(map, 0xC6, {A::mov_immediate, I::i8, kModrm | kByte, 0, 0});
  put(map, 0xC7, {A::mov_immediate, I::operand, kModrm, 0, 0});
  put(map, 0xC8, {A::plain, I::i16_i8, kDefault64, 0, 0});
  put(map, 0xC9, {A::plain, I::none, kDefault64, 0, 0});
  put(map, 0xD7, {A::xlat, I::none, kByte, 0, 0});
  put(map, 0xE4, {A::plain, I::i8, kByte, 0, 0});
  put(map, 0xE5, {A::plain, I::i8, 0, 0, 0});
  put(map, 0xE6, {A::plain, I::i8, kByte, 0, 0});
  put(map, 0xE7, {A::plain, I::i8, 0, 0, 0});
  put(map, 0xEC, {A::plain, I::none, kByte, 0, 0});
  put(map, 0xED, {A::plain, I::none, 0, 0, 0});
  put(map, 0xEE, {A::plain, I::none, kByte, 0, 0});
  put(map, 0xEF, {A::plain, I::none, 0, 0, 0});
  put(map, 0xF4, {A::plain, I::none, 0, 0, 0});
}

constexpr void put_flow(Map& map) {
  for (int condition = 0; condition < 16; ++condition) {
    put(map, 0x70 + condition, {A::branch, I::relative8, kDefault64, kConditions[condition], 0});
  }
  put(map, 0xC2, {A::ret, I::i16, kDefault64, 0, 0});
  put(map, 0xC3, {A::ret, I::none, kDefault64, 0, 0});
  put(map, 0xCA, {A::far_transfer, I::i16, 0, kAll, 0});
  put(map, 0xCB, {A::far_transfer, I::none, 0, kAll, 0});
  put(map, 0xCC, {A::interrupt, I::none, 0, kAll, 0});
  put(map, 0xCD, {A::interrupt, I::i8, 0, kAll, 0});
  put(map, 0xCF, {A::far_transfer, I::none, 0, kAll, 0});
  put(map, 0xE0, 0xE1, {A::branch, I::relative8, kDefault64, kZ, 0});
  put(map, 0xE2, 0xE3, {A::branch, I::relative8, kDefault64, 0, 0});
  put(map, 0xE8, {A::call, I::relative32, kDefault64, 0, 0});
  put(map, 0xE9, {A::jump, I::relative32, kDefault64, 0, 0});
  put(map, 0xEB, {A::jump, I::relative8, kDefault64, 0, 0});
  put(map, 0xF1, {A::interrupt, I::none, 0, kAll, 0});
}

constexpr Map one_byte_map() {
  Map map;
  put_arithmetic(map);
  put_strings(map);
  put_moves(map);
  put_flow(map);
  for (int opcode : {0x06, 0x07, 0x0E, 0x16, 0x17, 0x1E, 0x1F, 0x27, 0x2F, 0x37, 0x3F}) put(map, opcode, {});
  put(map, 0x69, {A::plain, I::operand, kModrm, 0, kC | kO});
  put(map, 0x6B, {A::plain, I::i8, kModrm, 0, kC | kO});
  put(map, 0x80, {A::arithmetic, I::i8, kModrm | kByte, 0, kAll});
  put(map, 0x81, {A::arithmetic, I::operand, kModrm, 0, kAll});
  put(map, 0x83, {A::arithmetic, I::i8, kModrm, 0, kAll});
  put(map, 0x84, {A::plain, I::none, kModrm | kByte, 0, kAll});
  put(map, 0x85, {A::plain, I::none, kModrm, 0, kAll});
  put(map, 0xA8, {A::plain, I::i8, kByte, 0, kAll});
  put(map, 0xA9, {A::plain, I::operand, 0, 0, kAll});
  put(map, 0xC0, {A::shift, I::i8, kModrm | kByte, 0, 0});
  put(map, 0xC1, {A::shift, I::i8, kModrm, 0, 0});
  for (int opcode : {0xD0, 0xD2}) {
    put(map, opcode, {A::shift, I::none, kModrm | kByte, 0, 0});
    put(map, opcode + 1, {A::shift, I::none, kModrm, 0, 0});
  }
  put(map, 0xD8, 0xDF, {A::x87, I::none, kModrm, 0, 0});
  put(map, 0xF5, {A::plain, I::none, 0, kC, kC});
  put(map, 0xF6, {A::unary, I::none, kModrm | kByte, 0, 0});
  put(map, 0xF7, {A::unary, I::none, kModrm, 0, 0});
  put(map, 0xF8, 0xF9, {A::plain, I::none, 0, 0, kC});
  put(map, 0xFA, 0xFD, {A::plain, I::none, 0, 0, 0});
  put(map, 0xFE, {A::inc_dec, I::none, kModrm | kByte, 0, 0});
  put(map, 0xFF, {A::group5, I::none, kModrm, 0, 0});
  return map;
}

constexpr void put_system(Map& map) {
  put(map, 0x00, {A::group6, I::none, kModrm, 0, 0});
  put(map, 0x01, {A::group7, I::none, kModrm, 0, 0});
  put(map, 0x02, 0x03, {A::not_reproducible, I::none, kModrm, kAll, 0});
  put(map, 0x05, {A::syscall, I::none, 0, kAll, 0});
  put(map, 0x06, {A::plain, I::none, 0, 0, 0});
  put(map, 0x07, {A::far_transfer, I::none, 0, kAll, 0});
  put(map, 0x08, 0x09, {A::plain, I::none, 0, 0, 0});
  put(map, 0x0B, {A::always_undefined, I::none, 0, kAll, 0});
  put(map, 0x0D, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0x0E, {A::beyond, I::none, 0, 0, 0});
  put(map, 0x0F, {A::threednow, I::i8, kModrm, 0, 0});
  // Hints: what today's processors do not know of them, they skip.
  put(map, 0x18, 0x1F, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0x20, 0x23, {A::control_register, I::none, kModrm | kDefault64, 0, 0});
  put(map, 0x30, {A::plain, I::none, 0, 0, 0});
  put(map, 0x31, {A::rdtsc, I::none, 0, 0, 0});
  put(map, 0x32, {A::plain, I::none, 0, 0, 0});
  put(map, 0x33, {A::not_reproducible, I::none, 0, kAll, 0});
  put(map, 0x34, 0x35, {A::far_transfer, I::none, 0, kAll, 0});
  put(map, 0x37, {A::getsec, I::none, 0, 0, 0});
  put(map, 0xA0, {A::plain, I::none, kDefault64, 0, 0});
  put(map, 0xA1, {A::segment_pop, I::none, kDefault64, 0, 0});
  put(map, 0xA2, {A::cpuid, I::none, 0, 0, 0});
  put(map, 0xA6, 0xA7, {A::padlock, I::none, kModrm, 0, 0});
  put(map, 0xA8, {A::plain, I::none, kDefault64, 0, 0});
  put(map, 0xA9, {A::segment_pop, I::none, kDefault64, 0, 0});
  put(map, 0xAA, {A::plain, I::none, 0, 0, 0});
  put(map, 0xAE, {A::group15, I::none, kModrm, 0, 0});
  put(map, 0xB2, {A::segment_far_pointer, I::none, kModrm, 0, 0});
  put(map, 0xB4, 0xB5, {A::segment_far_pointer, I::none, kModrm, 0, 0});
  put(map, 0xB9, {A::always_undefined, I::none, kModrm, kAll, 0});
  put(map, 0xFF, {A::always_undefined, I::none, kModrm, kAll, 0});
}

constexpr void put_conditional(Map& map) {
  for (int condition = 0; condition < 16; ++condition) {
    const std::uint8_t reads = kConditions[condition];
    put(map, 0x40 + condition, {A::plain, I::none, kModrm, reads, 0});
    put(map, 0x80 + condition, {A::branch, I::relative32, kDefault64, reads, 0});
    put(map, 0x90 + condition, {A::plain, I::none, kModrm | kByte, reads, 0});
  }
}

constexpr Map two_byte_map() {
  Map map;
  put(map, 0x10, 0x17, {A::vector, I::none, kModrm, 0, 0});
  put(map, 0x28, 0x2F, {A::vector, I::none, kModrm, 0, 0});
  put(map, 0x2E, 0x2F, {A::vector, I::none, kModrm, 0, kAll});
  put(map, 0x50, 0x7F, {A::vector, I::none, kModrm, 0, 0});
  put(map, 0x70, 0x73, {A::vector, I::i8, kModrm, 0, 0});
  put(map, 0x77, {A::vector, I::none, 0, 0, 0});
  put(map, 0xC2, {A::vector, I::i8, kModrm, 0, 0});
  put(map, 0xC3, {A::vector, I::none, kModrm, 0, 0});
  put(map, 0xC4, 0xC6, {A::vector, I::i8, kModrm, 0, 0});
  put(map, 0xD0, 0xFE, {A::vector, I::none, kModrm, 0, 0});
  put_system(map);
  put_conditional(map);
  put(map, 0xA3, {A::plain, I::none, kModrm, 0, kC});
  put(map, 0xA4, {A::shift_double, I::i8, kModrm, 0, 0});
  put(map, 0xA5, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0xAB, {A::plain, I::none, kModrm | kLock, 0, kC});
  put(map, 0xAC, {A::shift_double, I::i8, kModrm, 0, 0});
  put(map, 0xAD, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0xAF, {A::plain, I::none, kModrm, 0, kC | kO});
  put(map, 0xB0, {A::plain, I::none, kModrm | kByte | kLock, 0, kAll});
  put(map, 0xB1, {A::plain, I::none, kModrm | kLock, 0, kAll});
  put(map, 0xB3, {A::plain, I::none, kModrm | kLock, 0, kC});
  put(map, 0xB6, 0xB7, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0xB8, {A::popcnt, I::none, kModrm, 0, kAll});
  put(map, 0xBA, {A::group8, I::i8, kModrm, 0, kC});
  put(map, 0xBB, {A::plain, I::none, kModrm | kLock, 0, kC});
  put(map, 0xBC, 0xBD, {A::bit_scan, I::none, kModrm, 0, kZ});
  put(map, 0xBE, 0xBF, {A::plain, I::none, kModrm, 0, 0});
  put(map, 0xC0, {A::plain, I::none, kModrm | kByte | kLock, 0, kAll});
  put(map, 0xC1, {A::plain, I::none, kModrm | kLock, 0, kAll});
  put(map, 0xC7, {A::group9, I::none, kModrm, 0, 0});
  put(map, 0xC8, 0xCF, {A::plain, I::none, 0, 0, 0});
  return map;
}

}  // namespace

constinit const Map kOneByteMap = one_byte_map();
constinit const Map kTwoByteMap = two_byte_map();

}  // namespace effk::icount
