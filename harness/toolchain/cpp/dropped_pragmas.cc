#include "harness/toolchain/cpp/dropped_pragmas.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace effk::toolchain {
namespace {

bool is_word_letter(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || (c & 0x80) != 0;
}

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == '\r';
}

// "GCC optimize (...)" and its like; `text` is what follows the word pragma.
bool changes_options(std::string_view text) {
  static constexpr std::array<std::string_view, 5> kWords = {"target", "optimize", "push_options",
                                                             "pop_options", "reset_options"};
  const auto next_word = [&] {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    std::size_t length = 0;
    while (length < text.size() && is_word_letter(text[length])) ++length;
    const std::string_view word = text.substr(0, length);
    text.remove_prefix(length);
    return word;
  };
  return next_word() == "GCC" && std::find(kWords.begin(), kWords.end(), next_word()) != kWords.end();
}

// Walks over C++ text as far as is needed to know what is a directive and what a string or a comment. What
// it reads goes to the output unless it is dropped.
class Scanner {
 public:
  explicit Scanner(const std::string& source) : in_(source) { result_.source.reserve(source.size()); }

  WithoutPragmas run() && {
    bool at_line_start = true;
    while (at_ < in_.size()) {
      const std::size_t from = at_;
      const char c = in_[at_];
      if (c == '\n') {
        ++at_;
        at_line_start = true;
      } else if (skip_space()) {
      } else if (at_line_start && (c == '#' || in_.compare(at_, 2, "%:") == 0)) {
        at_line_start = false;
        if (drop_directive()) continue;
        ++at_;
      } else {
        at_line_start = false;
        if (std::isdigit(static_cast<unsigned char>(c)) != 0) {
          skip_number();
        } else if (is_word_letter(c)) {
          if (drop_operator()) continue;
          skip_word();
        } else if (c == '"' || c == '\'') {
          skip_quoted(c);
        } else {
          ++at_;
        }
      }
      result_.source.append(in_, from, at_ - from);
    }
    return std::move(result_);
  }

 private:
  // The length of a line end that does not end the line: a backslash, perhaps blanks, which g++ forgives, and
  // the newline.
  std::size_t splice(std::size_t at) const {
    if (at >= in_.size() || in_[at] != '\\') return 0;
    std::size_t end = at + 1;
    while (end < in_.size() && is_blank(in_[end])) ++end;
    return end < in_.size() && in_[end] == '\n' ? end + 1 - at : 0;
  }

  // Blanks, continued lines and comments; a newline stays. False if there is none.
  bool skip_space() {
    const std::size_t from = at_;
    while (at_ < in_.size()) {
      if (const std::size_t length = splice(at_)) {
        at_ += length;
      } else if (is_blank(in_[at_])) {
        ++at_;
      } else if (in_.compare(at_, 2, "//") == 0) {
        while (at_ < in_.size() && in_[at_] != '\n') at_ += std::max<std::size_t>(1, splice(at_));
      } else if (in_.compare(at_, 2, "/*") == 0) {
        const std::size_t end = in_.find("*/", at_ + 2);
        at_ = end == std::string::npos ? in_.size() : end + 2;
      } else {
        break;
      }
    }
    return at_ > from;
  }

  // A word may be continued on the next line in its midst.
  std::string skip_word() {
    std::string word;
    while (at_ < in_.size()) {
      if (const std::size_t length = splice(at_)) {
        at_ += length;
      } else if (is_word_letter(in_[at_])) {
        word += in_[at_++];
      } else {
        break;
      }
    }
    if (at_ < in_.size() && in_[at_] == '"' && is_raw_prefix(word)) skip_raw_string();
    return word;
  }

  // With the quotes between its digits.
  void skip_number() {
    while (at_ < in_.size()) {
      const bool quote = in_[at_] == '\'' && at_ + 1 < in_.size() && is_word_letter(in_[at_ + 1]);
      if (!quote && !is_word_letter(in_[at_]) && in_[at_] != '.') return;
      ++at_;
    }
  }

  static bool is_raw_prefix(std::string_view word) {
    return word == "R" || word == "u8R" || word == "uR" || word == "UR" || word == "LR";
  }

  // Returns what stands between the quotes; ends at the line's end if it is not closed.
  std::string skip_quoted(char quote) {
    std::string content;
    for (++at_; at_ < in_.size() && in_[at_] != '\n';) {
      if (const std::size_t length = splice(at_)) {
        at_ += length;
      } else if (in_[at_] == quote) {
        ++at_;
        break;
      } else if (in_[at_] == '\\' && at_ + 1 < in_.size()) {
        content += in_[at_ + 1];
        at_ += 2;
      } else {
        content += in_[at_++];
      }
    }
    return content;
  }

  std::string skip_raw_string() {
    const std::size_t open = in_.find('(', at_);
    if (open == std::string::npos) {
      at_ = in_.size();
      return {};
    }
    const std::string close = ")" + in_.substr(at_ + 1, open - at_ - 1) + "\"";
    const std::size_t end = in_.find(close, open + 1);
    at_ = end == std::string::npos ? in_.size() : end + close.size();
    return in_.substr(open + 1, std::min(end, in_.size()) - open - 1);
  }

  // At the '#' of a directive: true if it was one to drop.
  bool drop_directive() {
    const std::size_t from = at_;
    at_ += in_[at_] == '#' ? 1 : 2;
    skip_space();
    if (skip_word() != "pragma") {
      at_ = from;
      return false;
    }
    std::string rest;
    while (at_ < in_.size() && in_[at_] != '\n') {
      if (const std::size_t length = splice(at_)) {  // words go on behind it
        at_ += length;
      } else if (skip_space()) {
        rest += ' ';
      } else if (in_[at_] == '"') {
        const std::size_t quoted = at_;
        skip_quoted('"');
        rest.append(in_, quoted, at_ - quoted);
      } else {
        rest += in_[at_++];
      }
    }
    if (!changes_options(rest)) {
      at_ = from;
      return false;
    }
    while (rest.back() == ' ') rest.pop_back();
    drop(from, "#pragma" + rest);
    return true;
  }

  // At a word: true if it was a _Pragma operator to drop. One whose text a macro makes, _Pragma(#x), is
  // dropped whatever it says.
  bool drop_operator() {
    const std::size_t from = at_;
    const auto leave = [&] {
      at_ = from;
      return false;
    };
    if (skip_word() != "_Pragma") return leave();
    skip_space();
    if (at_ >= in_.size() || in_[at_] != '(') return leave();
    ++at_;
    skip_space();
    bool unknown = false;
    std::string content;
    if (at_ < in_.size() && (in_[at_] == '#' || in_.compare(at_, 2, "%:") == 0)) {
      unknown = true;
      at_ += in_[at_] == '#' ? 1 : 2;
      skip_space();
      content = "#" + skip_word();
    } else {
      content = skip_literal();
    }
    skip_space();
    if (at_ >= in_.size() || in_[at_] != ')') return leave();
    ++at_;
    if (!unknown && !changes_options(content)) return leave();
    drop(from, unknown ? "_Pragma(" + content + ")" : "_Pragma(\"" + content + "\")");
    return true;
  }

  // A string with or without a prefix; returns its content.
  std::string skip_literal() {
    const std::size_t from = at_;
    while (at_ < in_.size() && is_word_letter(in_[at_])) ++at_;
    if (at_ >= in_.size() || in_[at_] != '"') return {};
    return is_raw_prefix(std::string_view(in_).substr(from, at_ - from)) ? skip_raw_string()
                                                                         : skip_quoted('"');
  }

  // Keeps the lines of what was read since `from`, and nothing else.
  void drop(std::size_t from, std::string shown) {
    const auto begin = in_.begin() + static_cast<std::ptrdiff_t>(from);
    const auto lines = std::count(begin, in_.begin() + static_cast<std::ptrdiff_t>(at_), '\n');
    // In a macro's definition every line but the last must be continued.
    std::string blank = " ";
    for (std::ptrdiff_t i = 0; i < lines; ++i) blank += "\\\n";
    result_.source += blank;
    result_.dropped.push_back(std::move(shown));
  }

  const std::string& in_;
  std::size_t at_ = 0;
  WithoutPragmas result_;
};

}  // namespace

WithoutPragmas drop_pragmas(const std::string& source) {
  return Scanner(source).run();
}

}  // namespace effk::toolchain
