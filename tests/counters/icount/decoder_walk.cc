#include "tests/counters/icount/decoder_walk.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <random>
#include <vector>

namespace effk::icount {
namespace {

constexpr std::size_t kLongest = 15;

// The bytes of one encoding. No vector: millions are made.
class Code {
 public:
  Code(std::initializer_list<int> bytes) {
    for (const int byte : bytes) add(byte);
  }
  void add(int byte) { bytes_[size_++] = static_cast<std::uint8_t>(byte); }
  void add(const Code& more) {
    for (std::size_t i = 0; i < more.size_; ++i) bytes_[size_++] = more.bytes_[i];
  }
  std::size_t size() const { return size_; }
  std::uint8_t operator[](std::size_t i) const { return bytes_[i]; }

 private:
  std::array<std::uint8_t, kLongest> bytes_{};
  std::size_t size_ = 0;
};

// Fills up to 15 bytes with numbers that differ from each other, so that a displacement read in the wrong
// place has the wrong value.
void visit_filled(const Code& code, const Visitor& visit) {
  std::array<std::uint8_t, kLongest> bytes;
  for (std::size_t i = 0; i < kLongest; ++i) {
    bytes[i] = i < code.size() ? code[i] : static_cast<std::uint8_t>(0x11 * (i - code.size() + 1));
  }
  visit(bytes);
}

std::uint8_t byte_of(int value) {
  return static_cast<std::uint8_t>(value);
}

// ModRM, and SIB where it asks for one.
std::vector<Code> operands(std::initializer_list<int> memory_rms, std::initializer_list<int> sibs,
                           std::initializer_list<int> register_rms) {
  std::vector<Code> all;
  for (int reg = 0; reg < 8; ++reg) {
    for (int mod = 0; mod < 3; ++mod) {
      for (const int rm : memory_rms) {
        const int modrm = mod << 6 | reg << 3 | rm;
        if (rm != 4) {
          all.push_back({modrm});
          continue;
        }
        for (const int sib : sibs) all.push_back({modrm, sib});
      }
    }
    for (const int rm : register_rms) all.push_back({0xC0 | reg << 3 | rm});
  }
  return all;
}

const std::vector<Code>& prefix_sets() {
  static const std::vector<Code> sets{
      {},           {0x66},       {0xF2},       {0xF3},       {0x67},       {0x48},       {0x41},
      {0x4F},       {0x40},       {0x66, 0x48}, {0xF2, 0x48}, {0xF3, 0x48}, {0x66, 0xF2}, {0xF3, 0x66},
      {0x65},       {0x64, 0x67}, {0x65, 0x2E}, {0x3E, 0x65}, {0xF0},       {0xF0, 0x48}, {0x66, 0xF0},
      {0xF2, 0xF3}, {0xF3, 0xF2}, {0x48, 0x66}, {0x65, 0xF3}, {0x36, 0x45}, {0xF2, 0xF0}, {0x67, 0x66, 0x4D}};
  return sets;
}

struct VexPrefix {
  int map;
  int inverted_rxb;
  int v;
  bool wide;
  bool long_vector;
  int column;
};

Code three_byte_prefix(std::uint8_t first, const VexPrefix& p) {
  return {first, p.inverted_rxb << 5 | p.map,
          (p.wide ? 0x80 : 0) | p.v << 3 | (p.long_vector ? 4 : 0) | p.column};
}

void walk_vex_like(std::uint8_t first, int map, const Visitor& visit) {
  static const std::vector<Code> kOperands = operands({0, 4, 5}, {0x24, 0x65, 0x4D}, {0, 7});
  for (int bits = 0; bits < 64; ++bits) {
    const VexPrefix prefix{.map = map,
                           .inverted_rxb = (bits & 1) != 0 ? 7 : 0,
                           .v = (bits & 2) != 0 ? 15 : 6,
                           .wide = (bits & 4) != 0,
                           .long_vector = (bits & 8) != 0,
                           .column = bits >> 4};
    for (int opcode = 0; opcode < 256; ++opcode) {
      for (const Code& operand : kOperands) {
        Code code = three_byte_prefix(first, prefix);
        code.add(opcode);
        code.add(operand);
        visit_filled(code, visit);
      }
    }
  }
}

}  // namespace

void walk_legacy(int map, const Visitor& visit) {
  static const std::vector<Code> kOperands =
      operands({0, 4, 5}, {0x24, 0x65, 0x4D}, {0, 1, 2, 3, 4, 5, 6, 7});
  static const Code kEscapes[4] = {{}, {0x0F}, {0x0F, 0x38}, {0x0F, 0x3A}};
  for (const Code& prefixes : prefix_sets()) {
    for (int opcode = 0; opcode < 256; ++opcode) {
      for (const Code& operand : kOperands) {
        Code code = prefixes;
        code.add(kEscapes[map]);
        code.add(opcode);
        code.add(operand);
        visit_filled(code, visit);
      }
    }
  }
}

void walk_threednow(const Visitor& visit) {
  for (const Code& prefixes : prefix_sets()) {
    for (int opcode = 0; opcode < 256; ++opcode) {
      for (const Code& operand : {Code{0xC1}, Code{0x05, 1, 2, 3, 4}, Code{0x44, 0x24, 5}}) {
        Code code = prefixes;
        code.add({0x0F, 0x0F});
        code.add(operand);
        code.add(opcode);
        visit_filled(code, visit);
      }
    }
  }
}

void walk_vex(int map, const Visitor& visit) {
  walk_vex_like(0xC4, map, visit);
  if (map != 1) return;
  for (int second = 0; second < 256; ++second) {
    for (int opcode = 0; opcode < 256; ++opcode) {
      for (const int modrm : {0x05, 0xC8}) {
        visit_filled({0xC5, second, opcode, modrm}, visit);
      }
    }
  }
  for (const int prefix : {0x66, 0xF2, 0xF3, 0xF0, 0x48, 0x65, 0x67, 0x2E}) {
    visit_filled({prefix, 0xC5, 0xF8, 0x28, 0x05}, visit);
    visit_filled({prefix, 0xC4, 0xE1, 0x78, 0x28, 0x05}, visit);
    visit_filled({prefix, 0x62, 0xF1, 0x7C, 0x48, 0x28, 0x05}, visit);
    visit_filled({prefix, 0x8F, 0xE9, 0x78, 0xC1, 0x05}, visit);
  }
}

void walk_xop(int map, const Visitor& visit) {
  walk_vex_like(0x8F, map, visit);
}

void walk_evex(int map, const Visitor& visit) {
  static const std::vector<Code> kOperands = operands({5, 4}, {0x4A}, {0});
  constexpr int kLast[] = {0x08, 0x00, 0x09, 0x89, 0x18, 0x19, 0x88};
  for (int bits = 0; bits < 64; ++bits) {
    const int column = bits & 3;
    const int wide = (bits & 4) != 0 ? 0x80 : 0;
    const int v = (bits & 8) != 0 ? 0x78 : 0x30;
    const int length = (bits >> 4) << 5;
    for (int opcode = 0; opcode < 256; ++opcode) {
      for (const Code& operand : kOperands) {
        for (const int last : kLast) {
          Code code{0x62, 0xF0 | map, wide | v | 4 | column, last | length, opcode};
          code.add(operand);
          visit_filled(code, visit);
        }
      }
    }
  }
}

void walk_random(std::uint64_t seed, std::uint64_t count, const Visitor& visit) {
  std::mt19937_64 random(seed);
  std::array<std::uint8_t, 16> bytes;
  static const Code kStarts[] = {
      {0x0F}, {0x66, 0x0F}, {0xF3, 0x0F}, {0xF2, 0x0F}, {0x0F, 0x38}, {0x0F, 0x3A}, {0x66, 0x0F, 0x38},
      {0xC4}, {0xC5},       {0x62},       {0x8F},       {0x48}};
  for (std::uint64_t i = 0; i < count; ++i) {
    for (std::size_t at = 0; at < bytes.size(); at += 8) {
      const std::uint64_t value = random();
      for (std::size_t k = 0; k < 8; ++k) bytes[at + k] = byte_of(static_cast<int>(value >> (8 * k) & 0xFF));
    }
    const std::uint64_t choice = random();
    if ((choice & 1) != 0) {
      const Code& start = kStarts[(choice >> 1) % std::size(kStarts)];
      for (std::size_t k = 0; k < start.size(); ++k) bytes[k] = start[k];
      // Maps that exist.
      if (start[0] == 0xC4) bytes[1] = byte_of((bytes[1] & 0xE0) | (1 + bytes[1] % 3));
      if (start[0] == 0x8F) bytes[1] = byte_of((bytes[1] & 0xE0) | (8 + bytes[1] % 3));
      if (start[0] == 0x62) {
        bytes[1] = byte_of(bytes[1] & 0xF7);
        bytes[2] = byte_of(bytes[2] | 4);
      }
    }
    visit(std::span(bytes).first(kLongest));
  }
}

}  // namespace effk::icount
