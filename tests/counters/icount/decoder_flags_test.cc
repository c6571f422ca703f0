#include <initializer_list>

#include "tests/counters/icount/decoded.h"

namespace effk::icount {
namespace {

struct FlagCase {
  Code code;
  int read;
  int replaced;
};

void expect_flags(std::initializer_list<FlagCase> cases) {
  for (const FlagCase& c : cases) {
    const Instruction instruction = whole(c.code);
    EXPECT_EQ(instruction.flags_read, c.read) << "opcode " << int{c.code[0]} << ' ' << int{c.code.back()};
    EXPECT_EQ(instruction.flags_replaced, c.replaced)
        << "opcode " << int{c.code[0]} << ' ' << int{c.code.back()};
  }
}

TEST(DecoderFlags, AreKnownOfArithmetic) {
  expect_flags({{{0x01, 0xC0}, 0, kStatusFlags},
                {{0x83, 0xF8, 1}, 0, kStatusFlags},
                {{0x31, 0xC0}, 0, kStatusFlags},
                {{0x85, 0xC0}, 0, kStatusFlags},
                {{0xF7, 0xD8}, 0, kStatusFlags},
                {{0x11, 0xC0}, kCarry, kStatusFlags},
                {{0x83, 0xD8, 1}, kCarry, kStatusFlags},
                {{0xFF, 0xC0}, 0, kStatusFlags & ~kCarry},
                {{0xF7, 0xE1}, 0, kCarry | kOverflow},
                {{0x0F, 0xAF, 0xC1}, 0, kCarry | kOverflow},
                {{0xF7, 0xF1}, 0, 0},
                {{0xF7, 0xD0}, 0, 0},
                {{0x0F, 0xC1, 0xC8}, 0, kStatusFlags},
                {{0x0F, 0xB1, 0xC8}, 0, kStatusFlags},
                {{0x0F, 0xC7, 0x08}, 0, kZero}});
}

TEST(DecoderFlags, AreKnownOfShiftsByTheirCount) {
  constexpr int kResult = kCarry | kZero | kSign | kParity;
  expect_flags({{{0xC1, 0xE0, 3}, 0, kResult},
                {{0xC1, 0xE0, 1}, 0, kResult | kOverflow},
                {{0xD1, 0xE0}, 0, kResult | kOverflow},
                {{0xC1, 0xE0, 0}, 0, 0},
                {{0xC1, 0xE0, 32}, 0, 0},  // modulo 32
                {{0x48, 0xC1, 0xE0, 32}, 0, kResult},
                {{0xC0, 0xE0, 8}, 0, kResult & ~kCarry},  // all bits gone: CF undefined
                {{0xC0, 0xF8, 8}, 0, kResult},            // sar has its sign to shift out
                {{0xD3, 0xE0}, 0, 0},
                {{0xC1, 0xC0, 5}, 0, kCarry},
                {{0xD1, 0xC8}, 0, kCarry | kOverflow},
                {{0xC1, 0xD0, 5}, kCarry, kCarry},
                {{0xC0, 0xD0, 9}, kCarry, 0},  // nine of nine bits: as before
                {{0xD3, 0xD0}, kCarry, 0},
                {{0x0F, 0xA4, 0xC1, 4}, 0, kResult},
                {{0x66, 0x0F, 0xA4, 0xC1, 17}, 0, 0},
                {{0x0F, 0xA5, 0xC1}, 0, 0}});
}

TEST(DecoderFlags, AreKnownOfBitsAndConditions) {
  constexpr int kBits = kCarry | kOverflow | kZero | kSign;
  expect_flags({{{0x0F, 0xA3, 0xC1}, 0, kCarry},
                {{0x0F, 0xBC, 0xC1}, 0, kZero},
                {{0xF3, 0x0F, 0xBC, 0xC1}, 0, kZero | kCarry},
                {{0xF3, 0x0F, 0xB8, 0xC1}, 0, kStatusFlags},
                {{0xC4, 0xE2, 0x78, 0xF2, 0xC1}, 0, kBits},                       // andn
                {{0xC4, 0xE2, 0x78, 0xF3, 0xC9}, 0, kBits},                       // blsr
                {{0xC4, 0xE2, 0x78, 0xF5, 0xC1}, 0, kBits},                       // bzhi
                {{0xC4, 0xE2, 0x78, 0xF7, 0xC1}, 0, kCarry | kOverflow | kZero},  // bextr
                {{0xC4, 0xE2, 0x79, 0xF7, 0xC1}, 0, 0},                           // shlx
                {{0x0F, 0x94, 0xC0}, kZero, 0},
                {{0x0F, 0x46, 0xC1}, kCarry | kZero, 0},
                {{0x7F, 0x10}, kZero | kSign | kOverflow, 0},
                {{0xE1, 0x10}, kZero, 0},
                {{0xE3, 0x10}, 0, 0},
                {{0x0F, 0x2E, 0xC1}, 0, kStatusFlags},
                {{0xC5, 0xF8, 0x2F, 0xC1}, 0, kStatusFlags},
                {{0xDB, 0xF1}, 0, kZero | kParity | kCarry},  // fcomi
                {{0xDA, 0xD1}, kCarry | kZero, 0}});          // fcmovbe
}

TEST(DecoderFlags, AreKnownOfTransfersAndLoops) {
  constexpr int kLow = kStatusFlags & ~kOverflow;
  expect_flags({{{0x9C}, kStatusFlags, 0},
                {{0x9D}, 0, kStatusFlags},
                {{0x9E}, 0, kLow},
                {{0x9F}, kLow, 0},
                {{0xF5}, kCarry, kCarry},
                {{0xF8}, 0, kCarry},
                {{0xFC}, 0, 0},
                {{0xA6}, 0, kStatusFlags},
                {{0xF3, 0xA6}, 0, 0},  // with rcx = 0 it compares nothing
                {{0xF2, 0xAE}, 0, 0},
                {{0xE8, 0, 0, 0, 0}, 0, 0},
                {{0xC3}, 0, 0},
                {{0x0F, 0x05}, kStatusFlags, 0},
                {{0xCC}, kStatusFlags, 0}});
}

}  // namespace
}  // namespace effk::icount
