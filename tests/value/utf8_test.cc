#include "harness/value/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace effk::value {
namespace {

// The shortest form of a code point, as the definition of UTF-8 has it.
std::string shortest(char32_t point) {
  const auto tail = [&](int shift) { return static_cast<char>(0x80 | ((point >> shift) & 0x3f)); };
  if (point < 0x80) return {static_cast<char>(point)};
  if (point < 0x800) return {static_cast<char>(0xc0 | (point >> 6)), tail(0)};
  if (point < 0x10000) return {static_cast<char>(0xe0 | (point >> 12)), tail(6), tail(0)};
  return {static_cast<char>(0xf0 | (point >> 18)), tail(12), tail(6), tail(0)};
}

TEST(FirstCodePoint, ReadsTheShortestFormOfEveryCodePoint) {
  for (char32_t point = 0; point <= 0x10ffff; ++point) {
    const std::string form = shortest(point);
    const CodePoint read = first_code_point(form + "x");
    ASSERT_EQ(read.value, point);
    ASSERT_EQ(read.length, form.size());
    ASSERT_EQ(utf8_prefix(form), form.size());
    if (form.size() > 1) {
      ASSERT_EQ(first_code_point(form.substr(0, form.size() - 1)).length, 0u);
    }
  }
}

// With the test above: no other form is accepted, since there are exactly as many as code points. What is
// tried is every byte as the first, then those around the continuing ones, 0x80 to 0xbf.
TEST(FirstCodePoint, AcceptsAsManyFormsAsThereAreCodePoints) {
  std::size_t accepted[5] = {};
  std::string form;
  const auto try_endings = [&](auto&& self, std::size_t length) -> void {
    if (form.size() == length) {
      accepted[length] += first_code_point(form).length == length;
      return;
    }
    const bool is_first = form.empty();
    form.push_back('\0');
    for (int byte = is_first ? 0 : 0x7e; byte < (is_first ? 0x100 : 0xc2); ++byte) {
      form.back() = static_cast<char>(byte);
      // A lead that makes a shorter form whatever follows need not be followed.
      if (is_first && first_code_point(form + "\x80\x80\x80").length != length && byte < 0xc0) continue;
      self(self, length);
    }
    form.pop_back();
  };
  for (std::size_t length = 1; length <= 4; ++length) try_endings(try_endings, length);
  EXPECT_EQ(accepted[1], 0x80u);
  EXPECT_EQ(accepted[2], 0x800u - 0x80);
  EXPECT_EQ(accepted[3], 0x10000u - 0x800);
  EXPECT_EQ(accepted[4], 0x110000u - 0x10000);
}

}  // namespace
}  // namespace effk::value
