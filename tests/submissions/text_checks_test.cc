#include "harness/submissions/text_checks.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace effk::submissions {
namespace {

// UTF-8 by its definition: the shortest form of a code point that is no surrogate and not above U+10FFFF.
std::string encoded(unsigned point) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xc0 | (point >> 6)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xe0 | (point >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xf0 | (point >> 18)), tail(12), tail(6), tail(0)};
}

TEST(Utf8, AcceptsEveryCodePointAndNoSurrogate) {
  for (unsigned point = 0; point <= 0x10ffff; ++point) {
    const bool surrogate = point >= 0xd800 && point <= 0xdfff;
    ASSERT_EQ(first_byte_not_utf8(encoded(point)).has_value(), surrogate) << point;
  }
  EXPECT_TRUE(first_byte_not_utf8(encoded(0x110000)));
}

TEST(Utf8, AcceptsNoTwoOrThreeBytesButTheEncodedOnes) {
  std::vector<std::string> valid;
  for (unsigned point = 0x80; point <= 0xffff; ++point) {
    if (point < 0xd800 || point > 0xdfff) valid.push_back(encoded(point));
  }
  std::sort(valid.begin(), valid.end());
  for (int a = 0x80; a < 0x100; ++a) {
    for (int b = 0x80; b < 0x100; ++b) {
      const std::string two = {static_cast<char>(a), static_cast<char>(b)};
      ASSERT_EQ(!first_byte_not_utf8(two), std::binary_search(valid.begin(), valid.end(), two))
          << a << ' ' << b;
      for (const int c : {0x7f, 0x80, 0x9f, 0xa0, 0xbf, 0xc0, 0xff}) {
        const std::string three = two + static_cast<char>(c);
        const bool two_then_ascii = c == 0x7f && std::binary_search(valid.begin(), valid.end(), two);
        ASSERT_EQ(!first_byte_not_utf8(three),
                  two_then_ascii || std::binary_search(valid.begin(), valid.end(), three));
      }
    }
  }
}

TEST(Utf8, NamesTheByteAtWhichItStops) {
  EXPECT_EQ(first_byte_not_utf8("ab\xff"
                                "c"),
            2u);
  EXPECT_EQ(first_byte_not_utf8("\xc3\xa9\xc3"), 2u);
  EXPECT_EQ(first_byte_not_utf8("\xe2\x82"), 0u);
}

TEST(NaturalOrder, ComparesNumbersByValue) {
  for (int a = 0; a < 120; ++a) {
    for (int b = 0; b < 120; ++b) {
      EXPECT_EQ(natural_less(std::to_string(a), std::to_string(b)), a < b);
      EXPECT_EQ(natural_less("t" + std::to_string(a) + "x", "t" + std::to_string(b) + "x"), a < b);
    }
  }
  EXPECT_TRUE(natural_less("99999999999999999999998", "99999999999999999999999"));
}

TEST(NaturalOrder, IsAStrictTotalOrder) {
  const std::vector<std::string> names = {"",    "0",    "00",   "1",   "01", "001", "a",  "a0", "a00",
                                          "a1b", "a01b", "a1b2", "a10", "b",  "10",  "9a", "09a"};
  for (const std::string& a : names) {
    EXPECT_FALSE(natural_less(a, a));
    for (const std::string& b : names) {
      if (a != b) {
        EXPECT_NE(natural_less(a, b), natural_less(b, a)) << a << ' ' << b;
      }
      for (const std::string& c : names) {
        if (natural_less(a, b) && natural_less(b, c)) {
          EXPECT_TRUE(natural_less(a, c)) << a << ' ' << b << ' ' << c;
        }
      }
    }
  }
}

}  // namespace
}  // namespace effk::submissions
