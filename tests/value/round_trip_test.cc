// Properties that hold for every value, and for every byte string that is almost one.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>

#include "harness/value/equality.h"
#include "harness/value/value.h"
#include "tests/value/random_value.h"

namespace effk::value {
namespace {

using testing::random_value;

RC_GTEST_PROP(RoundTrip, GivesBackEveryValue, ()) {
  const Value value = *random_value(3);
  const auto again = decode(encode(value));
  RC_ASSERT(again.has_value());
  RC_ASSERT(!difference(value, *again, Type{}, Tolerance{}).has_value());
  RC_ASSERT(encode(*again) == encode(value));
}

// One value has one encoding: whatever is still accepted with a byte changed is encoded as those bytes, so
// it is another value than before.
RC_GTEST_PROP(ChangedByte, IsRefusedOrMakesAnotherValue, ()) {
  const std::string bytes = encode(*random_value(3));
  std::string changed = bytes;
  const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
  changed[at] = static_cast<char>(changed[at] ^ *rc::gen::inRange(1, 256));
  const auto value = decode(changed);
  if (value) RC_ASSERT(encode(*value) == changed);
}

RC_GTEST_PROP(RandomBytes, AreRefusedOrEncodedAsTheyCame, ()) {
  const auto bytes = *rc::gen::container<std::string>(
      rc::gen::oneOf(rc::gen::map(rc::gen::inRange(0, 13), [](int i) { return static_cast<char>(i); }),
                     rc::gen::just('\0'), rc::gen::arbitrary<char>()));
  const auto value = decode(bytes);
  if (value) RC_ASSERT(encode(*value) == bytes);
}

RC_GTEST_PROP(TruncatedValue, IsRefusedAtEveryByte, ()) {
  const std::string bytes = encode(*random_value(2));
  for (std::size_t length = 0; length < bytes.size(); ++length)
    RC_ASSERT(!decode(std::string_view(bytes).substr(0, length)).has_value());
}

RC_GTEST_PROP(ValueWithATail, IsRefused, ()) {
  RC_ASSERT(!decode(encode(*random_value(2)) + std::string(1, *rc::gen::arbitrary<char>())).has_value());
}

RC_GTEST_PROP(EqualValues, HaveEqualBytesAndOthersDiffer, ()) {
  const Value a = *random_value(2);
  const Value b = *random_value(2);
  // Dicts are equal in any order and 0.0 equals -0.0, so only one direction holds for them.
  if (encode(a) == encode(b)) RC_ASSERT(!difference(a, b, Type{}, Tolerance{}).has_value());
  if (difference(a, b, Type{}, Tolerance{})) RC_ASSERT(encode(a) != encode(b));
}

RC_GTEST_PROP(Text, IsPrintableAndNoLongerThanItsLimit, ()) {
  const Value value = *random_value(3);
  const auto limit = *rc::gen::inRange<std::size_t>(0, 300);
  const std::string text = to_text(value, limit);
  RC_ASSERT(text.size() <= limit);
  for (char c : text) RC_ASSERT(c >= ' ' && c <= '~');
  const std::string whole = to_text(value, 1 << 20);
  if (whole.size() <= limit) RC_ASSERT(text == whole);
  if (whole.size() > limit && limit >= 3) RC_ASSERT(text == whole.substr(0, limit - 3) + "...");
}

}  // namespace
}  // namespace effk::value
