// What the decoder refuses, and where it says the fault is.
#include <gtest/gtest.h>

#include <string>

#include "harness/value/value.h"
#include "tests/value/hex.h"

namespace effk::value {
namespace {

using testing::from_hex;

// "" if the bytes are accepted.
std::string complaint(const std::string& bytes) {
  const auto value = decode(bytes);
  if (value) return "";
  EXPECT_EQ(value.error().kind, ErrorKind::bad_input);
  return value.error().what + ": " + value.error().why;
}

std::string complaint_about(std::string_view hex) {
  return complaint(from_hex(hex));
}

TEST(Decode, NamesTheFaultAndItsByte) {
  EXPECT_EQ(complaint(""), "the value is malformed at byte 0: the input ends where a value should begin");
  EXPECT_EQ(complaint_about("0c"), "the value is malformed at byte 0: no value has the tag 0x0c");
  EXPECT_EQ(complaint_about("ff"), "the value is malformed at byte 0: no value has the tag 0xff");
  EXPECT_EQ(complaint_about("00 00 00"),
            "the value is malformed at byte 1: the value ends there, and 2 bytes follow");
  EXPECT_EQ(complaint_about("03 01020304"),
            "the value is malformed at byte 1: a number of 8 bytes begins there, and 4 are left");
  EXPECT_EQ(complaint_about("06 05000000 6162"),
            "the value is malformed at byte 5: 5 bytes of text begin there, and 2 are left");
  EXPECT_EQ(complaint_about("08 02000000 00"),
            "the value is malformed at byte 0: a container of 2 values begins there, and 1 bytes are left "
            "for them");
  EXPECT_EQ(complaint_about("08 02000000 06 01000000 61"),
            "the value is malformed at byte 11: the input ends where a value should begin");
}

TEST(Decode, RefusesABigIntegerThatIsNotMinimal) {
  const std::string why = "the value is malformed at byte 0: a bigint has needless bytes or fits 64 bits";
  EXPECT_EQ(complaint_about("04 00000000"), why);
  EXPECT_EQ(complaint_about("04 01000000 05"), why);
  EXPECT_EQ(complaint_about("04 08000000 ffffffffffffff7f"), why);
  EXPECT_EQ(complaint_about("04 09000000 ffffffffffffff7f 00"), why);  // 2^63 - 1 fits
  EXPECT_EQ(complaint_about("04 09000000 0000000000000080 00"), "");   // 2^63 does not
  EXPECT_EQ(complaint_about("04 09000000 0000000000000080 ff"), why);  // -2^63 fits
  EXPECT_EQ(complaint_about("04 09000000 ffffffffffffff7f ff"), "");   // -2^63 - 1 does not
  EXPECT_EQ(complaint_about("04 0a000000 0000000000000080 00 00"), why);
  EXPECT_EQ(complaint_about("04 0a000000 ffffffffffffff7f ff ff"), why);
  EXPECT_EQ(complaint_about("04 0a000000 0000000000000000 80 00"), "");
}

TEST(Decode, RefusesEveryNaNButOne) {
  const std::string why =
      "the value is malformed at byte 0: a NaN is written otherwise than 0x7ff8000000000000";
  EXPECT_EQ(complaint_about("05 000000000000f87f"), "");
  EXPECT_EQ(complaint_about("05 010000000000f87f"), why);
  EXPECT_EQ(complaint_about("05 000000000000f8ff"), why);
  EXPECT_EQ(complaint_about("05 010000000000f07f"), why);
  EXPECT_EQ(complaint_about("05 000000000000f07f"), "");  // infinity
}

TEST(Decode, RefusesASetThatDoesNotAscend) {
  EXPECT_EQ(complaint_about("0a 02000000 01 02"), "");
  EXPECT_EQ(complaint_about("0a 02000000 02 01"),
            "the value is malformed at byte 6: an item of a set is not above the one before it");
  EXPECT_EQ(complaint_about("0a 02000000 01 01"),
            "the value is malformed at byte 6: an item of a set is repeated there");
  // By bytes, not by value: 256 is 0x03 00 01 ..., below 1.
  EXPECT_EQ(complaint_about("0a 02000000 03 0001000000000000 03 0100000000000000"), "");
}

TEST(Decode, RefusesADictWithARepeatedKey) {
  EXPECT_EQ(complaint_about("0b 02000000 02 00 01 00"), "");
  EXPECT_EQ(complaint_about("0b 03000000 02 00 01 00 02 01"),
            "the value is malformed at byte 9: a key of a dict is repeated there");
}

std::string nested(int depth, char tag) {
  std::string bytes;
  for (int i = 0; i < depth; ++i) bytes += {tag, 1, 0, 0, 0};
  return bytes + '\0';
}

TEST(Decode, AcceptsDepth1000AndRefuses1001) {
  for (char tag : {'\x08', '\x09', '\x0a'}) {
    EXPECT_EQ(complaint(nested(1000, tag)), "");
    EXPECT_EQ(complaint(nested(1001, tag)),
              "the value is malformed at byte 5000: the containers are nested more than 1000 deep");
    EXPECT_FALSE(decode(nested(1'000'000, tag)).has_value());
  }
}

TEST(Decode, CountsAnEmptyContainerAsALevel) {
  std::string bytes = nested(999, '\x08');
  bytes.pop_back();
  EXPECT_EQ(complaint(bytes + std::string("\x09\0\0\0\0", 5)), "");
  EXPECT_NE(complaint(nested(1, '\x08').substr(0, 5) + bytes + std::string("\x09\0\0\0\0", 5)), "");
}

TEST(Decode, RefusesACountWithoutItems) {
  for (char tag : {'\x08', '\x09', '\x0a', '\x0b'})
    EXPECT_NE(complaint(std::string{tag, '\xff', '\xff', '\xff', '\xff'})
                  .find("begins there, and 0 bytes are left"),
              std::string::npos);
  for (char tag : {'\x04', '\x06', '\x07'})
    EXPECT_NE(complaint(std::string{tag, '\xff', '\xff', '\xff', '\xff'}).find("4294967295 bytes"),
              std::string::npos);
}

std::string header(char tag, std::uint32_t count) {
  std::string bytes(1, tag);
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(count >> shift);
  return bytes;
}

// Nested containers, each of which claims all the bytes that follow it, would take room for the square of
// the input's size.
TEST(Decode, GivesEachByteToOneContainerOnly) {
  EXPECT_EQ(complaint(header('\x08', 20) + header('\x08', 15) + std::string(15, '\0')),
            "the value is malformed at byte 5: a container of 15 values begins there, and 0 bytes are left "
            "for them");
  EXPECT_EQ(complaint(header('\x08', 2) + header('\x08', 15) + std::string(15, '\0')),
            "the value is malformed at byte 5: a container of 15 values begins there, and 14 bytes are left "
            "for them");
  EXPECT_EQ(complaint(header('\x08', 2) + header('\x08', 14) + std::string(15, '\0')), "");
  EXPECT_EQ(complaint(header('\x08', 2) + header('\x0b', 8) + std::string(16, '\0')),
            "the value is malformed at byte 5: a container of 16 values begins there, and 15 bytes are left "
            "for them");
}

TEST(Decode, RefusesMoreValuesThanTheHarnessHasRoomFor) {
  constexpr std::uint32_t kMost = 1 << 24;
  const std::string nones(kMost + 1, '\0');
  EXPECT_EQ(complaint(header('\x08', kMost + 1) + nones),
            "the value is malformed at byte 0: more than 16777216 values would be held with those that begin "
            "there");
  EXPECT_EQ(complaint(header('\x08', 2) + '\0' + header('\x08', kMost - 1) + nones),
            "the value is malformed at byte 6: more than 16777216 values would be held with those that begin "
            "there");
}

TEST(Encode, RefusesABrokenPromise) {
  EXPECT_THROW(encode({BigInt{"\x01"}}), std::logic_error);
  EXPECT_THROW(encode({Set{{{true}, {false}}}}), std::logic_error);
  EXPECT_THROW(encode({Set{{{true}, {true}}}}), std::logic_error);
  EXPECT_THROW(encode({Dict{{{{true}, {}}, {{true}, {}}}}}), std::logic_error);
  Value deep;
  for (int i = 0; i < 1000; ++i) {
    List outer;
    outer.items.push_back(std::move(deep));
    deep.data = std::move(outer);
  }
  EXPECT_NO_THROW(encode(deep));
  EXPECT_THROW(encode({List{{deep}}}), std::logic_error);
}

TEST(Encode, WritesEveryNaNAlike) {
  const double negative_nan = -__builtin_nan("0x123");
  EXPECT_EQ(testing::to_hex(encode({negative_nan})), "05000000000000f87f");
}

}  // namespace
}  // namespace effk::value
