#include "harness/toolchain/cpp/dropped_pragmas.h"

#include <algorithm>
#include <string_view>

namespace effk::toolchain {
namespace {

// Longer directives are cut for the record.
constexpr std::size_t kLongestShown = 200;

// A source as the compiler sees it after it has joined lines that end in a backslash (g++ lets blanks stand
// behind it), with the way back.
struct Joined {
  std::string text;
  std::vector<std::size_t> place;  // of each character in the original; one more for the end
};

Joined join_lines(const std::string& source) {
  Joined joined;
  joined.text.reserve(source.size());
  for (std::size_t i = 0; i < source.size(); ++i) {
    if (source[i] == '\\') {
      const std::size_t next = source.find_first_not_of(" \t\r\f\v", i + 1);
      if (next != std::string::npos && source[next] == '\n') {
        i = next;
        continue;
      }
    }
    joined.text += source[i];
    joined.place.push_back(i);
  }
  joined.place.push_back(source.size());
  return joined;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Where the blanks that begin at each place end; comments stand for blanks, also over several lines. Found
// from the back, once for all: a hostile source has as many starts as ends.
class Gaps {
 public:
  explicit Gaps(std::string_view text) : end_(text.size() + 1), comment_end_(text.size() + 1, text.size()) {
    end_[text.size()] = text.size();
    for (std::size_t i = text.size(); i-- > 0;) {
      comment_end_[i] = text.substr(i).starts_with("*/") ? i + 2 : comment_end_[i + 1];
      const bool comment = text.substr(i).starts_with("/*");
      end_[i] = is_blank(text[i]) ? end_[i + 1] : comment ? end_[after_comment(i)] : i;
    }
  }

  std::size_t end(std::size_t at) const { return end_[at]; }
  // Of the comment that begins at `at`.
  std::size_t after_comment(std::size_t at) const { return comment_end_[std::min(at + 2, end_.size() - 1)]; }

 private:
  std::vector<std::size_t> end_;
  std::vector<std::size_t> comment_end_;
};

// Goes through the tokens of a directive.
class DirectiveReader {
 public:
  DirectiveReader(std::string_view text, const Gaps& gaps, std::size_t at)
      : text_(text), gaps_(gaps), at_(at) {}

  std::size_t at() const { return at_; }

  bool take(std::string_view word) {
    const std::size_t start = gaps_.end(at_);
    if (!text_.substr(start).starts_with(word)) return false;
    at_ = start + word.size();
    return true;
  }

  bool take_word(std::string_view word) {
    const std::size_t before = at_;
    if (take(word) && (at_ == text_.size() || !is_letter(text_[at_]))) return true;
    at_ = before;
    return false;
  }

  // To the line's end, which is not taken.
  void skip_rest() {
    while (at_ < text_.size() && text_[at_] != '\n') {
      at_ = text_.substr(at_).starts_with("/*") ? gaps_.after_comment(at_) : at_ + 1;
    }
  }

 private:
  std::string_view text_;
  const Gaps& gaps_;
  std::size_t at_;
};

// The end of the directive that starts at `at`; `at` if it is none of those.
std::size_t end_of_option_pragma(std::string_view text, const Gaps& gaps, std::size_t at) {
  DirectiveReader reader(text, gaps, at);
  if (!reader.take("#") && !reader.take("%:") && !reader.take("\?\?=")) return at;
  if (!reader.take_word("pragma") || !reader.take_word("GCC")) return at;
  for (const char* option : {"target", "optimize", "push_options", "pop_options", "reset_options"}) {
    if (!reader.take_word(option)) continue;
    reader.skip_rest();
    return reader.at();
  }
  return at;
}

std::string shown(std::string_view directive) {
  std::string line(directive.substr(0, kLongestShown));
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line;
}

}  // namespace

WithoutPragmas drop_pragmas(const std::string& source) {
  WithoutPragmas result;
  result.source = source;
  const Joined joined = join_lines(source);
  const std::string_view text = joined.text;
  const Gaps gaps(text);
  for (std::size_t at = 0; (at = text.find_first_of("#%?", at)) != std::string_view::npos;) {
    const std::size_t end = end_of_option_pragma(text, gaps, at);
    if (end == at) {
      ++at;
      continue;
    }
    result.dropped.push_back(shown(text.substr(at, end - at)));
    for (std::size_t i = joined.place[at]; i < joined.place[end]; ++i) {
      // The line ends stay, and with them the numbers of lines in messages; the backslashes before them go.
      if (result.source[i] != '\n') result.source[i] = ' ';
    }
    at = end;
  }
  if (text.find("_Pragma") != std::string_view::npos) result.dropped.push_back("_Pragma");
  // What its argument will be is known only to the preprocessor, so the operator goes altogether. A sample
  // that takes the definition back has no operator at all.
  result.source = "#define _Pragma(...)\n#line 1\n" + result.source;
  return result;
}

}  // namespace effk::toolchain
