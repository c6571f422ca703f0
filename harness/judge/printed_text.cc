#include "harness/judge/printed_text.h"

#include <fmt/format.h>

#include <charconv>

#include "harness/base/printable_text.h"
#include "harness/value/value.h"

namespace effk::judge {
namespace {

constexpr std::size_t kLongestWord = 60;

struct Word {
  std::string_view text;
  std::size_t line = 1;    // from 1
  std::size_t number = 1;  // within its line, from 1
};

// The words of a text, one after the other.
class Words {
 public:
  explicit Words(std::string_view text) : rest_(text) {}

  std::optional<Word> next() {
    static constexpr std::string_view kBlanks = " \t\n\v\f\r";
    const std::size_t start = std::min(rest_.find_first_not_of(kBlanks), rest_.size());
    for (const char c : rest_.substr(0, start)) {
      if (c != '\n') continue;
      ++line_;
      number_ = 0;
    }
    rest_.remove_prefix(start);
    if (rest_.empty()) return std::nullopt;
    const std::size_t length = std::min(rest_.find_first_of(kBlanks), rest_.size());
    const Word word{rest_.substr(0, length), line_, ++number_};
    rest_.remove_prefix(length);
    return word;
  }

 private:
  std::string_view rest_;
  std::size_t line_ = 1;
  std::size_t number_ = 0;
};

std::optional<double> number_in(std::string_view word) {
  if (word.size() > 1 && word[0] == '+' && word[1] != '-') word.remove_prefix(1);
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  if (end != word.data() + word.size() || error != std::errc()) return std::nullopt;
  return number;
}

bool agree(std::string_view expected, std::string_view found, const value::Tolerance& tolerance) {
  if (expected == found) return true;
  if (tolerance == value::Tolerance()) return false;
  const auto wanted = number_in(expected);
  const auto got = number_in(found);
  if (!wanted || !got) return false;
  const value::Type real{value::Type::Kind::floating, {}};
  return !value::difference(value::Value{*wanted}, value::Value{*got}, real, tolerance);
}

std::string shown(std::string_view word) {
  return printable_line(word, kLongestWord);
}

}  // namespace

std::optional<std::string> printed_difference(std::string_view expected, std::string_view found,
                                              const value::Tolerance& tolerance) {
  Words wanted(expected);
  Words got(found);
  for (std::size_t count = 0;; ++count) {
    const auto want = wanted.next();
    const auto have = got.next();
    if (!want && !have) return std::nullopt;
    if (!have && count == 0) return fmt::format("printed nothing: expected {}", shown(want->text));
    if (!have) return fmt::format("printed {} words and no more: expected {} next", count, shown(want->text));
    if (!want) {
      return fmt::format("line {}, word {}: expected the end, found {}", have->line, have->number,
                         shown(have->text));
    }
    if (agree(want->text, have->text, tolerance)) continue;
    return fmt::format("line {}, word {}: expected {}, found {}", have->line, have->number, shown(want->text),
                       shown(have->text));
  }
}

}  // namespace effk::judge
