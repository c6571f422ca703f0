#include "harness/submissions/prompt_join.h"

#include <algorithm>
#include <vector>

#include "harness/submissions/lexer.h"

namespace effk::submissions {
namespace {

using suite::Language;

constexpr std::size_t kIndent = 4;

std::string_view without_blank_lines_before(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == text.npos) return {};
  const std::size_t line = text.rfind('\n', first);
  return line == text.npos ? text : text.substr(line + 1);
}

std::string_view without_blanks_after(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

// Columns of the first token of each line that is not inside brackets or strings.
std::vector<Token> line_starts(std::string_view code) {
  std::vector<Token> starts;
  int depth = 0;
  Lexer lexer(code, Language::python);
  for (Token token; lexer.next(&token);) {
    if (token.kind == TokenKind::comment) continue;
    if (starts.empty() || (token.starts_line && depth == 0)) starts.push_back(token);
    if (token.is("(") || token.is("[") || token.is("{")) ++depth;
    if (depth > 0 && (token.is(")") || token.is("]") || token.is("}"))) --depth;
  }
  return starts;
}

std::string indented(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t after = std::min(text.find('\n', offset), text.size() - 1) + 1;
    const std::string_view line = text.substr(offset, after - offset);
    if (line.find_first_not_of(" \t\r\n") != line.npos) result.append(kIndent, ' ');
    result += line;
    offset = after;
  }
  return result;
}

bool ends_with_colon(std::string_view code, const Token& first, std::size_t end) {
  return without_blanks_after(code.substr(first.offset, end - first.offset)).ends_with(':');
}

std::string python_body(std::string_view completion) {
  const std::vector<Token> starts = line_starts(completion);
  if (starts.empty() || starts[0].column > 0) return std::string(completion);
  const Token& first = starts[0];
  // Definitions and imports at the margin are as they should be, unless a `return` stands there too.
  const bool may_stay = first.is("def") || first.is("class") || first.is("import") || first.is("from") ||
                        first.is("async") || first.is("@");
  if (starts.size() == 1) return may_stay ? std::string(completion) : indented(completion);
  const auto returns = [](const Token& t) { return t.column == 0 && (t.is("return") || t.is("yield")); };
  const bool returns_at_the_margin = std::any_of(starts.begin(), starts.end(), returns);
  std::size_t least = starts[1].column;
  for (std::size_t i = 1; i < starts.size(); ++i) least = std::min(least, starts[i].column);
  // "for x in y:" and a next line deeper than the rest: only the first line lost its indentation.
  const bool opens_block = ends_with_colon(completion, first, starts[1].offset);
  const bool only_first = least > 0 && (!opens_block || starts[1].column > least || least >= 2 * kIndent);
  if (only_first) {
    const std::size_t column = opens_block && starts[1].column == least ? least / 2 : least;
    return std::string(column, ' ') + std::string(completion.substr(first.offset));
  }
  return may_stay && !returns_at_the_margin ? std::string(completion) : indented(completion);
}

int open_braces(std::string_view code) {
  int depth = 0;
  Lexer lexer(code, Language::cpp);
  for (Token token; lexer.next(&token);) {
    if (token.is("{")) ++depth;
    if (token.is("}")) --depth;
  }
  return depth;
}

std::string join_cpp(std::string_view prompt, std::string_view completion) {
  prompt = without_blanks_after(prompt);
  if (prompt.ends_with(';')) prompt = without_blanks_after(prompt.substr(0, prompt.size() - 1));
  std::string joined(prompt);
  Token first;
  Lexer lexer(completion, Language::cpp);
  bool brace = false;
  while (lexer.next(&first) && first.kind == TokenKind::comment) {
  }
  brace = first.is("{");
  joined += prompt.ends_with('{') || brace ? "\n" : " {\n";
  joined += completion;
  if (open_braces(joined) == 1) joined += joined.ends_with('\n') ? "}\n" : "\n}\n";
  return joined;
}

}  // namespace

std::string join_prompt(std::string_view prompt, std::string_view completion, Language language) {
  completion = without_blank_lines_before(completion);
  if (language == Language::cpp) return join_cpp(prompt, completion);
  std::string joined(prompt);
  if (!joined.empty() && !joined.ends_with('\n')) joined += '\n';
  return joined + python_body(completion);
}

}  // namespace effk::submissions
