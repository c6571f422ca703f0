#include "harness/base/nearest_word.h"

#include <gtest/gtest.h>

namespace effk {
namespace {

const std::vector<std::string> kCommands = {"doctor", "list", "report", "run", "show", "verify"};

TEST(NearestWord, ForgivesOneEditInAShortWord) {
  EXPECT_EQ(nearest_word("rnu", kCommands), "run");   // neighbours swapped
  EXPECT_EQ(nearest_word("rum", kCommands), "run");   // replaced
  EXPECT_EQ(nearest_word("ru", kCommands), "run");    // left out
  EXPECT_EQ(nearest_word("runn", kCommands), "run");  // one too many
  EXPECT_EQ(nearest_word("reprot", kCommands), "report");
  EXPECT_EQ(nearest_word("docotr", kCommands), "doctor");
}

TEST(NearestWord, AllowsAThirdOfTheLettersAndNoMore) {
  EXPECT_EQ(nearest_word("verxxy", kCommands), "verify");
  EXPECT_EQ(nearest_word("vexxxy", kCommands), std::nullopt);
  EXPECT_EQ(nearest_word("rxx", kCommands), std::nullopt);
}

TEST(NearestWord, PrefersTheFewestEdits) {
  EXPECT_EQ(nearest_word("range_sum", {"range_sums2", "range_sums", "ranges"}), "range_sums");
}

TEST(NearestWord, IsNoneWhenNothingIsKnown) {
  EXPECT_EQ(nearest_word("run", {}), std::nullopt);
  EXPECT_EQ(nearest_word("", kCommands), std::nullopt);
}

TEST(Suggestion, IsAQuestionOrNothing) {
  EXPECT_EQ(suggestion("lst", kCommands), "did you mean 'list'? ");
  EXPECT_EQ(suggestion("frobnicate", kCommands), "");
}

}  // namespace
}  // namespace effk
