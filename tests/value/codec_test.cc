// The native codec against the harness's own encoder and decoder, which share no code with it.
#include "harness/value/include/effk/codec.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "harness/value/value.h"
#include "tests/value/hex.h"

namespace effk::value {
namespace {

using testing::from_hex;
using testing::to_hex;

// The same data as a Value, written out by kind.
Value value_of(bool b) {
  return {b};
}
Value value_of(std::int64_t i) {
  return {i};
}
Value value_of(std::int32_t i) {
  return {std::int64_t{i}};
}
Value value_of(std::uint32_t i) {
  return {std::int64_t{i}};
}
Value value_of(std::uint64_t i) {
  if (i <= INT64_MAX) return {static_cast<std::int64_t>(i)};
  std::string bytes;
  for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(i >> shift);
  return {BigInt{bytes + '\0'}};
}
Value value_of(double d) {
  return {d};
}
Value value_of(const std::string& s) {
  return {s};
}
template <typename T>
Value value_of(const std::vector<T>& items);
template <typename... T>
Value value_of(const std::tuple<T...>& items);
template <typename A, typename B>
Value value_of(const std::pair<A, B>& items) {
  return {Tuple{{value_of(items.first), value_of(items.second)}}};
}
template <typename T>
Value value_of(const std::optional<T>& item) {
  return item ? value_of(*item) : Value{None{}};
}
template <typename T>
Value value_of(const std::vector<T>& items) {
  List list;
  for (const auto& item : items) list.items.push_back(value_of(static_cast<const T&>(item)));
  return {std::move(list)};
}
template <typename... T>
Value value_of(const std::tuple<T...>& items) {
  Tuple tuple;
  std::apply([&](const T&... item) { (tuple.items.push_back(value_of(item)), ...); }, items);
  return {std::move(tuple)};
}

template <typename T>
std::string written(const T& data) {
  std::string bytes = "before";
  codec::write(bytes, data);
  EXPECT_EQ(bytes.substr(0, 6), "before");
  return bytes.substr(6);
}

template <typename T>
void agree(const T& data) {
  const std::string bytes = written(data);
  RC_ASSERT(to_hex(bytes) == to_hex(encode(value_of(data))));
  RC_ASSERT(codec::read_whole<T>(bytes) == data);
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    // read(), not read_whole(): that one would also notice later that too much was taken.
    codec::Reader reader(std::string_view(bytes).substr(0, length));
    RC_ASSERT_THROWS_AS(codec::read<T>(reader), codec::Malformed);
  }
}

template <typename T>
T any() {
  return *rc::gen::arbitrary<T>();
}

RC_GTEST_PROP(Codec, AgreesWithEncodeOnNumbers, ()) {
  agree(any<std::vector<std::int64_t>>());
  agree(any<std::vector<std::int32_t>>());
  agree(any<std::vector<std::uint32_t>>());
  agree(any<std::vector<std::uint64_t>>());
  agree(any<std::vector<double>>());
  agree(any<std::vector<bool>>());
  agree(any<bool>());
  agree(any<double>());
  agree(any<std::uint64_t>());
}

RC_GTEST_PROP(Codec, AgreesWithEncodeOnNestedData, ()) {
  using Nested = std::tuple<std::vector<std::vector<std::string>>, std::pair<std::int32_t, bool>,
                            std::vector<std::pair<std::uint64_t, double>>>;
  agree(*rc::gen::scale(0.3, rc::gen::arbitrary<Nested>()));
  agree(*rc::gen::scale(0.3, rc::gen::arbitrary<std::vector<std::tuple<std::int32_t, double, bool>>>()));
}

TEST(Codec, AgreesWithEncodeOnOptionalAndEmptyData) {
  const std::vector<std::optional<std::vector<std::int64_t>>> data{std::nullopt, {{1, 2}}, {{}}};
  agree(data);
  agree(std::vector<std::optional<std::tuple<std::string, std::uint64_t>>>{std::nullopt, {{"x", ~0ull}}});
  agree(std::tuple<>{});
  agree(std::vector<std::tuple<>>(3));
  agree(std::vector<std::string>{});
  agree(std::vector<std::uint64_t>{INT64_MAX, std::uint64_t{1} << 63, UINT64_MAX});
}

TEST(Codec, WritesEveryNaNAlikeAndReadsNoOther) {
  EXPECT_EQ(to_hex(written(-__builtin_nan("0x7"))), "05000000000000f87f");
  EXPECT_TRUE(std::isnan(codec::read_whole<double>(from_hex("05 000000000000f87f"))));
  EXPECT_THROW(codec::read_whole<double>(from_hex("05 010000000000f87f")), codec::Malformed);
}

TEST(Codec, WrapsIntegersToTheDeclaredWidth) {
  for (std::int64_t i : {std::int64_t{-1}, std::int64_t{1} << 32, std::int64_t{0x123456789a}, INT64_MIN}) {
    const std::string bytes = written(i);
    EXPECT_EQ(codec::read_whole<std::int32_t>(bytes), static_cast<std::int32_t>(i));
    EXPECT_EQ(codec::read_whole<std::uint32_t>(bytes), static_cast<std::uint32_t>(i));
    EXPECT_EQ(codec::read_whole<std::uint64_t>(bytes), static_cast<std::uint64_t>(i));
    EXPECT_EQ(codec::read_whole<long long>(bytes), i);
  }
}

TEST(Codec, ReadsAnIntForADoubleButNoDoubleForAnInt) {
  EXPECT_EQ(codec::read_whole<std::vector<double>>(written(std::vector<std::int64_t>{-3, 5})),
            (std::vector<double>{-3, 5}));
  EXPECT_THROW(codec::read_whole<std::int64_t>(written(1.0)), codec::Malformed);
}

TEST(Codec, ReadsAListForATupleAndATupleForAList) {
  EXPECT_EQ((codec::read_whole<std::tuple<int, int>>(written(std::vector<int>{1, 2}))),
            (std::tuple<int, int>{1, 2}));
  EXPECT_EQ(codec::read_whole<std::vector<int>>(written(std::tuple<int, int>{1, 2})),
            (std::vector<int>{1, 2}));
  EXPECT_THROW((codec::read_whole<std::tuple<int, int>>(written(std::vector<int>{1, 2, 3}))),
               codec::Malformed);
  EXPECT_THROW((codec::read_whole<std::pair<int, int>>(written(std::vector<int>{1}))), codec::Malformed);
}

TEST(Codec, RefusesValuesOfOtherTypes) {
  const std::string one = written(std::int64_t{1});
  EXPECT_THROW(codec::read_whole<bool>(one), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::string>(one), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::vector<int>>(one), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::tuple<int>>(one), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::int64_t>(written(true)), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::int64_t>(written(UINT64_MAX)), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::uint64_t>(from_hex("04 09000000 0100000000000000 00")),
               codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::uint64_t>(from_hex("04 09000000 0000000000000080 01")),
               codec::Malformed);
  EXPECT_THROW(codec::read_whole<int>(from_hex("00")), codec::Malformed);
  EXPECT_THROW(codec::read_whole<int>(one + '\0'), codec::Malformed);
}

TEST(Codec, RefusesACountWithoutItemsBeforeItTakesRoom) {
  const std::string bomb = from_hex("08 ffffffff");
  EXPECT_THROW(codec::read_whole<std::vector<int>>(bomb), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::vector<bool>>(bomb), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::vector<std::string>>(bomb + std::string(100, '\x06')),
               codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::vector<std::tuple<>>>(bomb), codec::Malformed);
  EXPECT_THROW(codec::read_whole<std::string>(from_hex("06 ffffffff")), codec::Malformed);
}

// Whatever the codec accepts, the harness's decoder accepts as a list of ints too, and the other way round.
RC_GTEST_PROP(Codec, AcceptsChangedBytesExactlyIfDecodeFindsTheType, ()) {
  std::string bytes =
      written(*rc::gen::container<std::vector<std::int64_t>>(3, rc::gen::arbitrary<std::int64_t>()));
  bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = static_cast<char>(*rc::gen::inRange(0, 12));
  const auto value = decode(bytes);
  const bool fits = value && conforms(*value, *parse_type("list[int]")).has_value();
  bool accepted = true;
  try {
    codec::read_whole<std::vector<std::int64_t>>(bytes);
  } catch (const codec::Malformed&) {
    accepted = false;
  }
  RC_ASSERT(accepted == fits);
}

TEST(Reader, ReadsOneValueAfterAnother) {
  std::string bytes;
  codec::write(bytes, std::int64_t{7});
  codec::write(bytes, std::string("ab"));
  codec::Reader reader(bytes);
  EXPECT_EQ(codec::read<std::int64_t>(reader), 7);
  EXPECT_EQ(codec::read<std::string>(reader), "ab");
  EXPECT_EQ(reader.remaining(), 0u);
}

}  // namespace
}  // namespace effk::value
