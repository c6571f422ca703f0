// What the harness takes for equal in Python, against Python.
#include "harness/value/python_equality.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "tests/value/python_oracle.h"
#include "tests/value/random_value.h"

namespace effk::value {
namespace {

// Two makers of one shape make values that differ in what may not matter to Python: the type that a number
// has, the order of a dict. Now and then one differs in what does.
class Maker {
 public:
  Maker(std::uint64_t shape, std::uint64_t form) : shape_(shape), form_(form) {}

  Value make(int levels) {
    const std::size_t kind = shape(levels == 0 ? 5 : 10);
    if (kind < 5) return scalar();
    std::vector<Value> items;
    if (kind < 8) {
      for (std::size_t i = shape(4); i > 0; --i) items.push_back(make(levels - 1));
      return kind == 7 ? Value{Tuple{std::move(items)}} : Value{List{std::move(items)}};
    }
    for (std::size_t i = shape(4); i > 0; --i) items.push_back(scalar());
    if (kind == 8) return {testing::set_of(std::move(items))};
    std::vector<std::pair<Value, Value>> pairs;
    for (Value& key : items) pairs.emplace_back(std::move(key), scalar());
    if (form(2) == 0) std::reverse(pairs.begin(), pairs.end());
    return {testing::dict_of(std::move(pairs))};
  }

 private:
  std::size_t shape(std::size_t end) { return shape_() % end; }
  std::size_t form(std::size_t end) { return form_() % end; }

  Value scalar() {
    const bool differs = form(30) == 0;
    const std::size_t kind = shape(12) + (differs ? 1 : 0);
    if (kind < 6) return small(static_cast<std::int64_t>(shape(3)));
    if (kind < 9) return big(shape(3), shape(2) == 0);
    if (kind == 9) return shape(4) == 0 ? Value{__builtin_nan("")} : Value{0.5};
    if (kind == 10) return {std::string(shape(2), 'a')};
    return shape(2) == 0 ? Value{None{}} : Value{Bytes{"a"}};
  }

  Value small(std::int64_t number) {
    switch (form(number < 2 ? 3 : 2)) {
      case 0:
        return {number};
      case 1:
        return {number == 0 && form(2) == 0 ? -0.0 : static_cast<double>(number)};
      default:
        return {number == 1};
    }
  }

  // A power of two as a float, or as an int of that size; now and then the int beside it, which no float is.
  Value big(std::size_t which, bool negative) {
    static constexpr int kExponents[] = {63, 68, 1023};
    const int exponent = kExponents[which];
    if (form(2) == 0) return {std::ldexp(negative ? -1.0 : 1.0, exponent)};
    const bool beside = form(10) == 0;
    if (exponent == 63 && negative) return {std::int64_t{INT64_MIN} + (beside ? 1 : 0)};
    std::string bytes(static_cast<std::size_t>(exponent / 8) + 1, '\0');
    // Of a power of two the complement has the same lowest bit, and ones above it.
    bytes.back() = static_cast<char>((negative ? -1 : 1) * (1 << (exponent % 8)));
    if (exponent % 8 == 7 && !negative) bytes += '\0';
    if (beside) bytes.front() = 1;
    return {BigInt{std::move(bytes)}};
  }

  std::mt19937_64 shape_;
  std::mt19937_64 form_;
};

class PythonEquality : public testing::PythonOracle {
 protected:
  // A line "1" or "0" for each pair.
  static std::string python_says(const std::vector<std::pair<Value, Value>>& pairs) {
    std::string lines;
    for (const auto& [a, b] : pairs) lines += to_text(a, 1 << 20) + '\t' + to_text(b, 1 << 20) + '\n';
    return answers("equal", lines);
  }
};

TEST_F(PythonEquality, IsPythonsOwn) {
  std::vector<std::pair<Value, Value>> pairs;
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const int levels = static_cast<int>(i % 4);
    pairs.emplace_back(Maker(i, 2 * i).make(levels), Maker(i, 2 * i + 1).make(levels));
  }
  const std::string said = python_says(pairs);
  ASSERT_EQ(said.size(), 2 * pairs.size());
  int equal = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const bool wanted = said[2 * i] == '1';
    equal += wanted ? 1 : 0;
    ASSERT_EQ(is_equal_in_python(pairs[i].first, pairs[i].second), wanted)
        << to_text(pairs[i].first) << " and " << to_text(pairs[i].second);
  }
  // Else the test says little.
  EXPECT_GT(equal, 5000);
  EXPECT_LT(equal, 15'000);
}

}  // namespace
}  // namespace effk::value
