#include "tests/counters/icount/fuzz/random_encoding.h"

#include <algorithm>

#include "tests/counters/icount/fuzz/places.h"

namespace effk::icount::fuzz {
namespace {

class Builder {
 public:
  Builder(Random& random, const Roles& roles, Encoding& encoding)
      : random_(random), roles_(roles), encoding_(encoding) {
    encoding_.has_memory = random_.percent(55);
    if (encoding_.has_memory) encoding_.operand = random_operand(random_, roles_);
  }

  void build(bool with_evex) {
    if (encoding_.has_memory) encoding_.operand.add_prefixes(code_);
    const unsigned kind = random_.below(100);
    if (kind < 36) {
      legacy(0);
    } else if (kind < 64) {
      legacy(1);
    } else if (kind < 70) {
      legacy(2 + random_.below(2));
    } else if (kind < 84) {
      vex();
    } else if (kind < 92 || !with_evex) {
      legacy_prefixes();
      code_.add8(0xd8 + random_.below(8));  // x87
    } else {
      evex();
    }
    operands();
    for (std::size_t i = 0; i < encoding_.bytes.size(); ++i) {
      encoding_.bytes[i] =
          i < code_.size ? code_.bytes[i]
                         : static_cast<std::uint8_t>(random_.percent(50) ? random_.below(9) : random_.next());
    }
    const std::uint8_t* const opcode = encoding_.bytes.data() + code_.size - 1;
    if (*opcode >= 0xa0 && *opcode <= 0xa3 && is_moffs_) place_moffs();
  }

 private:
  unsigned high_bits() {
    return encoding_.has_memory ? encoding_.operand.rex() | (random_.below(2) << 2) : random_.below(8);
  }
  void legacy_prefixes() {
    if (random_.percent(18)) code_.add8(0x66);
    if (random_.percent(18)) code_.add8(0xf2 + random_.below(2));
    if (random_.percent(3)) code_.add8(0xf0);
    if (random_.percent(2)) code_.add8(random_.percent(50) ? 0x2e : 0x3e);
    const unsigned bits = high_bits();
    const bool wide = random_.percent(45);
    if (wide || bits != 0 || random_.percent(20)) code_.add8(0x40 | (wide ? 8U : 0U) | bits);
  }
  void legacy(unsigned map) {
    legacy_prefixes();
    if (map > 0) code_.add8(0x0f);
    if (map > 1) code_.add8(map == 2 ? 0x38 : 0x3a);
    const unsigned opcode = random_.below(256);
    is_moffs_ = map == 0 && opcode >= 0xa0 && opcode <= 0xa3;
    code_.add8(opcode);
  }
  void vex() {
    const unsigned bits = high_bits() ^ 7;
    const unsigned rest = random_.below(128);  // vvvv, L, pp
    if ((bits & 3) == 3 && random_.percent(40)) {
      code_.add8(0xc5).add8((bits >> 2) << 7 | rest);
    } else {
      code_.add8(0xc4).add8(bits << 5 | (1 + random_.below(3))).add8(random_.below(2) << 7 | rest);
    }
    code_.add8(random_.below(256));
  }
  void evex() {
    const unsigned bits = high_bits() ^ 7;
    code_.add8(0x62).add8(bits << 5 | random_.below(2) << 4 | (1 + random_.below(3)));
    code_.add8(random_.below(2) << 7 | random_.below(16) << 3 | 4 | random_.below(4));
    code_.add8(random_.percent(70) ? random_.below(4) << 5 | 8 | (random_.percent(50) ? 0U : random_.below(8))
                                   : random_.below(256));
    code_.add8(random_.below(256));
  }
  void operands() {
    if (is_moffs_) return;
    if (encoding_.has_memory) {
      encoding_.operand.add(code_, random_.below(8), 0);
    } else {
      code_.add8(0xc0 | random_.below(64));
    }
  }
  void place_moffs() {
    const std::uint64_t address = kArenaMiddle + 8 * std::uint64_t{random_.below(500)};
    const std::uint64_t from = encoding_.operand.through_fs ? address - kFsBase : address;
    for (unsigned i = 0; i < 8; ++i)
      encoding_.bytes[code_.size + i] = static_cast<std::uint8_t>(from >> (8 * i));
  }

  Random& random_;
  const Roles& roles_;
  Encoding& encoding_;
  Code code_{};
  bool is_moffs_ = false;
};

}  // namespace

Encoding random_encoding(Random& random, const Roles& roles, bool with_evex) {
  Encoding encoding;
  Builder(random, roles, encoding).build(with_evex);
  return encoding;
}

}  // namespace effk::icount::fuzz
