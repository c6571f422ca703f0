#include "harness/submissions/prose.h"

#include <algorithm>

#include "harness/submissions/outline.h"

namespace effk::submissions {
namespace {

using suite::Language;
using Line = std::span<const Token>;

bool is_word(const Token& t, Language language) {
  return t.kind == TokenKind::name && !is_keyword(t.text, language);
}

bool contains(Line line, std::string_view text) {
  return std::any_of(line.begin(), line.end(), [&](const Token& t) { return t.is(text); });
}

bool is_one_of(const Token& token, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return token.is(word); });
}

bool starts_upper(std::string_view word) {
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

// A value followed by a name, with nothing between them that could join them.
bool has_python_neighbours(Line line) {
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Token& before = line[i - 1];
    const Token& here = line[i];
    const bool word_before = is_word(before, Language::python);
    const bool value_before = word_before || before.kind == TokenKind::number ||
                              before.kind == TokenKind::string || before.is(")") || before.is("]");
    const bool word_here = is_word(here, Language::python) || here.kind == TokenKind::number;
    const bool soft_keyword = i == 1 && is_one_of(before, {"match", "case", "type"});
    if (soft_keyword) continue;
    if ((value_before && word_here) || (word_before && here.kind == TokenKind::string)) return true;
  }
  return false;
}

bool is_python_prose(Line line) {
  const Token& first = line.front();
  const Token& last = line.back();
  if (std::any_of(line.begin(), line.end(), [](const Token& t) { return t.kind == TokenKind::bad; }))
    return true;
  if (has_python_neighbours(line)) return true;
  const bool lone_word = is_word(first, Language::python) || first.kind == TokenKind::number;
  if (lone_word && (line.size() == 1 || (line.size() == 2 && (last.is(":") || last.is("."))))) return true;
  if (last.is(".") && !(line.size() == 3 && first.is("."))) return true;
  // A head ends with a colon and starts with a keyword; nothing ends with an operator.
  const bool soft_keyword = is_one_of(first, {"match", "case"});
  if (last.is(":") && !is_keyword(first.text, Language::python) && !soft_keyword) return true;
  if (is_one_of(last, {"*", "+", "-", "/", "=", "<", ">", "|", "&", "%", "^", "~"})) return true;
  if (is_one_of(first, {"in", "and", "or", "is", "as"})) return true;
  if (first.is("from") && !contains(line, "import")) return true;
  if (first.is("for") && !contains(line, "in")) return true;
  if (contains(line, "=")) return false;
  // "Output: 5" and "- item" are expressions to Python, and never meant as such.
  if (is_word(first, Language::python) && starts_upper(first.text) && line[1].is(":")) return true;
  return first.kind == TokenKind::symbol && !is_one_of(first, {"@", "(", "[", "{", "~", "."});
}

bool is_cpp_prose(Line line) {
  const Token& first = line.front();
  const Token& last = line.back();
  if (first.kind == TokenKind::directive) return false;
  if (std::any_of(line.begin(), line.end(), [](const Token& t) { return t.kind == TokenKind::bad; }))
    return true;
  if (last.is(";") || last.is("{") || last.is("}")) return false;
  std::size_t words_together = 0;
  std::size_t words = 0;
  for (const Token& token : line) {
    const bool word = is_word(token, Language::cpp);
    words += word ? 1 : 0;
    words_together = word ? words_together + 1 : 0;
    if (words_together == 3) return true;
  }
  if (words > 0 && is_one_of(last, {".", "!", "?"})) return true;
  if (is_word(first, Language::cpp) && line.size() > 1 && line[1].is(":")) return true;
  if (is_one_of(first, {"-", "*", "+", ">", "|", "."}) || first.kind == TokenKind::number) return true;
  return last.is(":") && words > 1;
}

// What a line between sentences must look like for code to begin with it.
bool begins_python(Line line) {
  const Token& first = line.front();
  if (first.column > 0) return false;
  if (is_one_of(first, {"import", "from"})) return true;
  if (is_one_of(first, {"def", "class", "async", "@"}))
    return contains(line, ":") || first.is("@") || contains(line, "(");
  return is_word(first, Language::python) && line.size() > 2 && (line[1].is("=") || line[1].is(":"));
}

bool begins_cpp(Line line) {
  const Token& first = line.front();
  if (first.kind == TokenKind::directive) return true;
  if (first.kind != TokenKind::name) return false;
  if (is_one_of(line.back(), {"{", ";"})) return true;
  const bool bracket = contains(line, "(") || contains(line, "<");
  const bool declares = is_keyword(first.text, Language::cpp) || (line.size() > 1 && !line[1].is("("));
  return (bracket && declares) || is_one_of(first, {"class", "struct", "namespace"});
}

bool begins_code(Line line, Language language) {
  return language == Language::python ? begins_python(line) : begins_cpp(line);
}

int depth_change(const Token& token) {
  if (token.kind != TokenKind::symbol) return 0;
  if (is_one_of(token, {"(", "[", "{"})) return 1;
  return is_one_of(token, {")", "]", "}"}) ? -1 : 0;
}

std::size_t next_line(std::string_view text, std::size_t offset) {
  const std::size_t end = text.find('\n', offset);
  return end == text.npos ? text.size() : end + 1;
}

// Where the code that starts at `start` ends: behind the last line with code before one outside all brackets
// that is prose. In Python such a line stands at the left margin; an indented one belongs to what is above
// it. Comments in between are as likely headings ("### Explanation").
std::size_t end_of_code(std::string_view text, std::size_t start, Language language) {
  Lexer lexer(text, language, start);
  std::vector<Token> line;
  int depth = 0;
  std::size_t line_start = start;
  std::size_t code_end = start;  // of the lines before `line`
  std::size_t last_end = start;  // of the last token that is no comment
  const auto line_is_prose = [&] {
    if (line.empty() || line_start == start) return false;
    if (language == Language::python && line.front().column > 0) return false;
    return is_prose(line, language);
  };
  for (Token token; lexer.next(&token);) {
    if (token.starts_line && depth == 0) {
      if (line_is_prose()) return next_line(text, code_end);
      line.clear();
      code_end = last_end;
      line_start = token.offset;
      while (line_start > 0 && text[line_start - 1] != '\n') --line_start;
    }
    depth = std::max(0, depth + depth_change(token));
    if (token.kind == TokenKind::comment) continue;
    line.push_back(token);
    last_end = token.end();
  }
  return depth == 0 && line_is_prose() ? next_line(text, code_end) : text.size();
}

// The tokens of one physical line read alone, without comments.
std::vector<Token> tokens_of_line(std::string_view line, Language language) {
  std::vector<Token> tokens = tokens_of(line, language);
  std::erase_if(tokens, [](const Token& t) { return t.kind == TokenKind::comment; });
  return tokens;
}

}  // namespace

bool is_prose(Line line, Language language) {
  if (line.empty()) return false;
  return language == Language::python ? is_python_prose(line) : is_cpp_prose(line);
}

bool starts_as_code(std::string_view text, Language language) {
  Lexer lexer(text, language);
  std::vector<Token> line;
  for (Token token; lexer.next(&token);) {
    // A comment alone says nothing: "# Solution" is a heading in Markdown.
    if (token.kind == TokenKind::comment) continue;
    if (token.starts_line && !line.empty()) break;
    line.push_back(token);
  }
  if (line.empty()) return false;
  // "def f(a," goes on: only a line that is whole can be judged by its end.
  return !is_prose(line, language);
}

std::vector<std::string_view> code_stretches(std::string_view text, Language language) {
  std::vector<std::string_view> stretches;
  bool first = true;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t after = next_line(text, offset);
    const std::vector<Token> line = tokens_of_line(text.substr(offset, after - offset), language);
    const bool blank =
        line.empty() && text.substr(offset, after - offset).find_first_not_of(" \t\r\n") == text.npos;
    const bool starts = first ? !blank && !is_prose(line, language)
                              : !line.empty() && begins_code(line, language) && !is_prose(line, language);
    if (!blank) first = false;
    if (!starts) {
      offset = after;
      continue;
    }
    std::size_t start = offset;
    const std::size_t end = end_of_code(text, start, language);
    // Blank lines before code that starts the text belong to it.
    if (stretches.empty() && text.substr(0, start).find_first_not_of(" \t\r\n") == text.npos) start = 0;
    const std::string_view stretch = text.substr(start, end - start);
    if (has_code(stretch, language)) stretches.push_back(stretch);
    offset = std::max(end, after);
  }
  return stretches;
}

}  // namespace effk::submissions
