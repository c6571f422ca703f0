// The harness against an encoder in Python that was written from docs/value-format.md alone, and against
// the examples of that page.
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "harness/value/value.h"
#include "tests/value/hex.h"
#include "tests/value/python_oracle.h"
#include "tests/value/random_value.h"

namespace effk::value {
namespace {

using testing::from_hex;
using testing::to_hex;

struct Example {
  std::string literal;
  std::string hex;
};

// The rows of the page's tables that look like "| `literal` | `hex` |".
std::vector<Example> examples(const std::string& heading) {
  std::ifstream page(EFFK_SOURCE_DIR "/docs/value-format.md");
  std::vector<Example> rows;
  bool within = false;
  for (std::string line; std::getline(page, line);) {
    if (line.rfind("## ", 0) == 0) within = line == "## " + heading;
    std::vector<std::string> codes;
    for (std::size_t open = line.find('`'); open != std::string::npos;) {
      const std::size_t close = line.find('`', open + 1);
      if (close == std::string::npos) break;
      codes.push_back(line.substr(open + 1, close - open - 1));
      open = line.find('`', close + 1);
    }
    if (within && line.rfind("| `", 0) == 0 && codes.size() == 2) rows.push_back({codes[0], codes[1]});
  }
  return rows;
}

TEST(FormatPage, ExamplesDecodeToTheirValuesAndBack) {
  const auto rows = examples("Examples");
  ASSERT_GE(rows.size(), 20u);
  for (const auto& [literal, hex] : rows) {
    const auto value = decode(from_hex(hex));
    ASSERT_TRUE(value.has_value()) << hex << ": " << value.error().why;
    EXPECT_EQ(to_text(*value), literal);
    EXPECT_EQ(to_hex(encode(*value)), to_hex(from_hex(hex)));
  }
}

TEST(FormatPage, BytesThatItCallsMalformedAreRefused) {
  const auto rows = examples("What a reader refuses");
  ASSERT_GE(rows.size(), 10u);
  for (const auto& [why, hex] : rows) EXPECT_FALSE(decode(from_hex(hex)).has_value()) << why << ": " << hex;
}

class Python : public testing::PythonOracle {
 protected:
  static std::string disagreements(const std::string& lines) { return answers("check", lines); }
};

// Values whose text is a literal that Python can hold: valid UTF-8, hashable and distinct keys.
class LiteralMaker {
 public:
  explicit LiteralMaker(unsigned seed) : random_(seed) {}

  Value make(int levels) {
    const auto kind = below(levels == 0 ? 8 : 14);
    if (kind < 8) return scalar(kind);
    std::vector<Value> items;
    std::vector<Value> keys;
    for (std::size_t i = below(5); i > 0; --i) {
      items.push_back(make(levels - 1));
      keys.push_back(scalar(below(4)));
    }
    if (kind == 8 || kind == 9) return {List{std::move(items)}};
    if (kind == 10 || kind == 11) return {Tuple{std::move(items)}};
    if (kind == 12) return {testing::set_of(std::move(keys))};
    std::vector<std::pair<Value, Value>> pairs;
    for (std::size_t i = 0; i < items.size(); ++i) pairs.emplace_back(keys[i], items[i]);
    return {testing::dict_of(std::move(pairs))};
  }

 private:
  std::size_t below(std::size_t end) { return random_() % end; }

  std::int64_t any_integer() { return static_cast<std::int64_t>(random_()) >> below(64); }

  std::string bytes(std::size_t length) {
    std::string text;
    while (text.size() < length) text += static_cast<char>(below(256));
    return text;
  }

  std::string text() {
    static const std::string kLetters[] = {"a",
                                           "'",
                                           "\"",
                                           "\\",
                                           "\n",
                                           "\x7f",
                                           std::string(1, '\0'),
                                           "\xc2\x80",
                                           "\xc3\xa9",
                                           "\xe2\x82\xac",
                                           "\xed\xa0\x80",
                                           "\xf0\x9f\x98\x80",
                                           "\xf4\x8f\xbf\xbf"};
    std::string letters;
    for (std::size_t i = below(6); i > 0; --i) letters += kLetters[below(std::size(kLetters))];
    return letters;
  }

  // The first four kinds are never equal to each other in Python.
  Value scalar(std::size_t kind) {
    switch (kind) {
      case 0:
        return {any_integer()};
      case 1:
        return {text()};
      case 2:
        return {Bytes{bytes(below(6))}};
      case 3:
        return {testing::big_integer(bytes(below(100)), below(2) == 0)};
      case 4:
        return {None{}};
      case 5:
        return {below(2) == 0};
      case 6:
        return {static_cast<double>(any_integer()) / 1024};
      default: {
        const std::uint64_t bits = random_();
        double value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return {value};
      }
    }
  }

  std::mt19937_64 random_;
};

TEST_F(Python, ReadsTheTextOfEveryValueAndEncodesItToTheSameBytes) {
  std::string lines;
  LiteralMaker maker(20240601);
  for (int i = 0; i < 2000; ++i) {
    const Value value = maker.make(4);
    lines += to_hex(encode(value)) + "\t" + to_text(value, 1 << 20) + "\n";
  }
  EXPECT_EQ(disagreements(lines), "");
}

TEST_F(Python, AgreesWithTheExamplesOfThePage) {
  std::string lines;
  for (const auto& [literal, hex] : examples("Examples"))
    lines += to_hex(from_hex(hex)) + "\t" + literal + "\n";
  EXPECT_EQ(disagreements(lines), "");
}

TEST_F(Python, WritesValuesThatTheHarnessReads) {
  std::istringstream lines(output(command() + " make 7 2000"));
  int read = 0;
  for (std::string hex; std::getline(lines, hex); ++read) {
    const auto value = decode(from_hex(hex));
    ASSERT_TRUE(value.has_value()) << hex << ": " << value.error().why;
    EXPECT_EQ(to_hex(encode(*value)), hex);
  }
  EXPECT_EQ(read, 2000);
}

TEST_F(Python, NoticesADifference) {
  EXPECT_NE(disagreements("0301\t1\n"), "");
}

}  // namespace
}  // namespace effk::value
