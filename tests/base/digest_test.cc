#include "harness/base/digest.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

namespace effk {
namespace {

std::string of_parts(const std::vector<std::string>& parts) {
  Digester digester;
  for (const std::string& part : parts) digester.add(part);
  return digester.hex();
}

TEST(Digest, TellsApartPartsThatJoinToTheSameBytes) {
  const std::set<std::string> digests = {
      of_parts({"ab", "c"}), of_parts({"a", "bc"}),     of_parts({"abc"}),         of_parts({"abc", ""}),
      of_parts({"", "abc"}), of_parts({"a", "b", "c"}), of_parts({"ab", "", "c"}),
  };
  EXPECT_EQ(digests.size(), 7u);
}

TEST(Digest, IsThirtyTwoLowerCaseHexadecimalDigits) {
  for (const char* text : {"", "a", "effk"}) {
    const std::string digest = digest_of(text);
    EXPECT_EQ(digest.size(), 32u) << text;
    EXPECT_EQ(digest.find_first_not_of("0123456789abcdef"), std::string::npos) << digest;
  }
}

TEST(Digest, DependsOnNumbersToo) {
  EXPECT_NE(Digester().add(1).hex(), Digester().add(2).hex());
  EXPECT_NE(Digester().add(1).add(2).hex(), Digester().add(2).add(1).hex());
}

TEST(Digest, GoesOnAfterHex) {
  Digester digester;
  digester.add("a");
  const std::string first = digester.hex();
  EXPECT_EQ(digester.hex(), first);
  digester.add("b");
  EXPECT_EQ(digester.hex(), of_parts({"a", "b"}));
}

TEST(Digest, MovesWithItsState) {
  Digester from;
  from.add("a");
  Digester to = std::move(from);
  EXPECT_EQ(to.add("b").hex(), of_parts({"a", "b"}));
}

}  // namespace
}  // namespace effk
