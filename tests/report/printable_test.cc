#include "harness/report/printable.h"

#include <gtest/gtest.h>

#include "harness/report/code_points.h"
#include "harness/report/layout.h"

namespace effk::report {
namespace {

// By a list of its own: what Unicode calls control characters, line separators, and marks without a shape.
bool is_control_or_format(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x61c || (c >= 0x200b && c <= 0x200f) ||
         (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f);
}

std::string utf8(char32_t c) {
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 0x3f))};
  return {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3f)),
          static_cast<char>(0x80 | (c & 0x3f))};
}

TEST(Printable, LetsNoControlCharacterThroughAndChangesNothingElse) {
  for (char32_t c = 0; c < 0x3000; ++c) {
    const std::string text = "a" + utf8(c) + "b";
    if (is_control_or_format(c)) {
      for (const char byte : printable(text)) EXPECT_TRUE(byte >= 0x20 && byte < 0x7f) << static_cast<int>(c);
    } else {
      EXPECT_EQ(printable(text), text) << static_cast<int>(c);
    }
  }
}

TEST(Printable, ShowsWhatItTookAway) {
  EXPECT_EQ(printable("\x1b[2J"), "\\x1b[2J");
  EXPECT_EQ(printable("a\nb\r"), "a\\x0ab\\x0d");
  EXPECT_EQ(printable("\xc2\x9b"), "\\u{9b}");
  EXPECT_EQ(printable("abc\u202e\u2066"), "abc\\u{202e}\\u{2066}");
}

TEST(Printable, EscapesBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("\xff"), "\\xff");
  EXPECT_EQ(printable("a\xc3"), "a\\xc3");                           // cut short
  EXPECT_EQ(printable("\xc0\xaf"), "\\xc0\\xaf");                    // overlong
  EXPECT_EQ(printable("\xed\xa0\x80"), "\\xed\\xa0\\x80");           // a surrogate
  EXPECT_EQ(printable("\xf4\x90\x80\x80"), "\\xf4\\x90\\x80\\x80");  // above U+10FFFF
}

TEST(WidthOf, CountsColumnsOfATerminal) {
  EXPECT_EQ(width_of("abc"), 3U);
  EXPECT_EQ(width_of("\u00e9\u00b1"), 2U);
  EXPECT_EQ(width_of("\u4e2d\u6587"), 4U);
  EXPECT_EQ(width_of("e\u0301"), 1U);
}

TEST(CutTo, NeverExceedsTheWidthAndMarksTheCut) {
  EXPECT_EQ(cut_to("abcdef", 6), "abcdef");
  EXPECT_EQ(cut_to("abcdef", 4), "abc~");
  EXPECT_EQ(cut_to("\u4e2d\u6587\u5b57", 4), "\u4e2d~");
  for (std::size_t width = 0; width < 8; ++width)
    EXPECT_LE(width_of(cut_to("a\u4e2db\u6587c", width)), width);
}

TEST(Wrapped, BreaksAtBlanksAndKeepsEveryWord) {
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word" + std::to_string(i) + " ";
  const std::string text = wrapped(words, 4);
  std::string joined;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    EXPECT_LE(end - begin, kPageWidth);
    std::string line = text.substr(begin, end - begin);
    if (begin > 0) {
      EXPECT_EQ(line.substr(0, 4), "    ");
      line = line.substr(4);
    }
    joined += line + " ";
    begin = end + 1;
  }
  EXPECT_EQ(joined.substr(0, words.size()), words);
}

TEST(Grouped, PutsACommaBeforeEveryThreeDigits) {
  EXPECT_EQ(grouped(0), "0");
  EXPECT_EQ(grouped(999), "999");
  EXPECT_EQ(grouped(1000), "1,000");
  EXPECT_EQ(grouped(1234567), "1,234,567");
  EXPECT_EQ(grouped(18446744073709551615U), "18,446,744,073,709,551,615");
}

}  // namespace
}  // namespace effk::report
