#include "harness/judge/printed_text.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace effk::judge {
namespace {

std::string difference(const std::string& expected, const std::string& found,
                       value::Tolerance tolerance = {}) {
  return printed_difference(expected, found, tolerance).value_or("the same");
}

TEST(PrintedText, IsItsWordsHoweverTheyAreSetApart) {
  EXPECT_EQ(difference("1 2\n3\n", "1 2\n3\n"), "the same");
  EXPECT_EQ(difference("1 2\n3\n", "1 2  \r\n3"), "the same");
  EXPECT_EQ(difference("1 2\n3\n", "\n\n 1\t2\v3\f\n\n"), "the same");
  EXPECT_EQ(difference("", " \n"), "the same");
  EXPECT_EQ(difference("a", "A"), "line 1, word 1: expected a, found A");
  EXPECT_EQ(difference("1 2", "12"), "line 1, word 1: expected 1, found 12");
}

TEST(PrintedText, DiffersAtThePlaceWhereItWasPrinted) {
  EXPECT_EQ(difference("1 2 3 4", "1 2\n3 5\n"), "line 2, word 2: expected 4, found 5");
  EXPECT_EQ(difference("yes\nno\n", "yes\n\n\nyes\n"), "line 4, word 1: expected no, found yes");
}

TEST(PrintedText, DiffersWhereOneOfThemEnds) {
  EXPECT_EQ(difference("1 2 3", "1 2\n"), "printed 2 words and no more: expected 3 next");
  EXPECT_EQ(difference("1 2 3", " \n"), "printed nothing: expected 1");
  EXPECT_EQ(difference("1 2", "1\n2\n3\n"), "line 3, word 1: expected the end, found 3");
}

TEST(PrintedText, ShowsOnlyTheStartOfALongWordAndNoControlCharacters) {
  EXPECT_EQ(difference("1", "\x1b[2J"), "line 1, word 1: expected 1, found ?[2J");
  EXPECT_LT(difference(std::string(1000, 'a'), std::string(1000, 'b')).size(), 200u);
}

TEST(PrintedText, TakesNumbersByTheirSpellingWithoutATolerance) {
  EXPECT_EQ(difference("0.5", "0.50"), "line 1, word 1: expected 0.5, found 0.50");
  EXPECT_EQ(difference("7", "+7"), "line 1, word 1: expected 7, found +7");
}

TEST(PrintedText, TakesNumbersByTheirValueWithinATolerance) {
  const value::Tolerance loose{1e-6, 1e-9};
  EXPECT_EQ(difference("0.5", "0.50000099", loose), "the same");
  EXPECT_EQ(difference("0.5", "0.500002", loose), "line 1, word 1: expected 0.5, found 0.500002");
  EXPECT_EQ(difference("3000000000", "3000000002.9", loose), "the same");
  EXPECT_EQ(difference("3000000000", "3000000004", loose),
            "line 1, word 1: expected 3000000000, found 3000000004");
  EXPECT_EQ(difference("-0.0 1e3 .5 7", "0 1000.0 5e-1 +7", loose), "the same");
  EXPECT_EQ(difference("nan inf -inf", "NaN INF -Infinity", loose), "the same");
  EXPECT_EQ(difference("inf", "1e308", loose), "line 1, word 1: expected inf, found 1e308");
  // What only begins with a number is a word.
  EXPECT_EQ(difference("0.5", "0.5s", loose), "line 1, word 1: expected 0.5, found 0.5s");
  EXPECT_EQ(difference("0x10", "16", loose), "line 1, word 1: expected 0x10, found 16");
  EXPECT_EQ(difference("YES", "yes", loose), "line 1, word 1: expected YES, found yes");
}

// The definition: two texts are the same if the standard library reads the same words from both.
TEST(PrintedText, AgreesWithTheStandardLibraryOnAllShortTexts) {
  const auto words = [](const std::string& text) {
    std::istringstream in(text);
    return std::vector<std::string>(std::istream_iterator<std::string>(in), {});
  };
  std::vector<std::string> texts = {""};
  for (std::size_t i = 0; texts[i].size() < 4; ++i) {
    for (const char c : {'a', 'b', ' ', '\n'}) texts.push_back(texts[i] + c);
  }
  ASSERT_EQ(texts.size(), 341u);
  for (const std::string& a : texts) {
    for (const std::string& b : texts) {
      ASSERT_EQ(!printed_difference(a, b, {}), words(a) == words(b)) << "'" << a << "' and '" << b << "'";
    }
  }
}

}  // namespace
}  // namespace effk::judge
