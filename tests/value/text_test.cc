// to_text(); that its whole text is Python for the same value is what oracle_test.cc shows.
#include <gtest/gtest.h>

#include "harness/value/value.h"
#include "tests/value/random_value.h"

namespace effk::value {
namespace {

TEST(Text, CutsToItsLimitWithDots) {
  const Value value{List{{{std::int64_t{1}}, {"ab"}, {None{}}}}};
  EXPECT_EQ(to_text(value), "[1, 'ab', None]");
  EXPECT_EQ(to_text(value, 15), "[1, 'ab', None]");
  EXPECT_EQ(to_text(value, 14), "[1, 'ab', N...");
  EXPECT_EQ(to_text(value, 3), "...");
  EXPECT_EQ(to_text(value, 0), "");
}

TEST(Text, EscapesWhatCouldSteerATerminalOrLookLikeOtherText) {
  EXPECT_EQ(to_text({"\x1b[31m\n\r\t\\"}), R"('\x1b[31m\n\r\t\\')");
  EXPECT_EQ(to_text({"it's"}), R"("it's")");
  EXPECT_EQ(to_text({"it's \"so\""}), R"('it\'s "so"')");
  EXPECT_EQ(to_text({"\xc3\xa9 \xe2\x80\xae \xf0\x9f\x98\x80"}), R"('\u00e9 \u202e \U0001f600')");
}

TEST(Text, TellsABrokenByteFromACodePoint) {
  EXPECT_EQ(to_text({"\xe9"}), R"('\xe9')");
  EXPECT_EQ(to_text({"\xc3\xa9"}), R"('\u00e9')");
  EXPECT_EQ(to_text({"\xc0\x80"}), R"('\xc0\x80')");                  // overlong
  EXPECT_EQ(to_text({"\xf4\x90\x80\x80"}), R"('\xf4\x90\x80\x80')");  // above U+10FFFF
  EXPECT_EQ(to_text({"\xe2\x80"}), R"('\xe2\x80')");                  // cut
  EXPECT_EQ(to_text({"\xed\xa0\x80"}), R"('\ud800')");                // a surrogate, as Python passes it
}

TEST(Text, WritesFloatsAsPythonDoes) {
  EXPECT_EQ(to_text({1.0}), "1.0");
  EXPECT_EQ(to_text({-0.0}), "-0.0");
  EXPECT_EQ(to_text({0.1}), "0.1");
  EXPECT_EQ(to_text({1e16}), "1e+16");
  EXPECT_EQ(to_text({123456789012345680.0}), "1.2345678901234568e+17");
  EXPECT_EQ(to_text({1e-5}), "1e-05");
  EXPECT_EQ(to_text({__builtin_inf()}), "inf");
  EXPECT_EQ(to_text({-__builtin_nan("")}), "nan");
}

TEST(Text, WritesOneItemTuplesAndEmptySets) {
  EXPECT_EQ(to_text({Tuple{{{true}}}}), "(True,)");
  EXPECT_EQ(to_text({Tuple{}}), "()");
  EXPECT_EQ(to_text({Set{}}), "set()");
  EXPECT_EQ(to_text({Dict{}}), "{}");
  EXPECT_EQ(to_text({Dict{{{{"k"}, {Bytes{"\xff"}}}}}}), R"({'k': b'\xff'})");
}

TEST(Text, OfAHugeBigIntegerIsItsFirstHexadecimalDigits) {
  EXPECT_EQ(to_text({BigInt{std::string(1 << 20, '\0') + '\x12'}}, 20), "0x120000000000000...");
  EXPECT_EQ(to_text({BigInt{std::string(1 << 20, '\0') + '\x80'}}, 20), "-0x80000000000000...");
}

}  // namespace
}  // namespace effk::value
