#include "harness/submissions/lexer.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace effk::submissions {
namespace {

using suite::Language;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// The lead bytes of blocks that are mostly punctuation and pictures (quotes, dashes, arrows, emoji); every
// other byte beyond ASCII is taken for a letter.
bool leads_a_sign(std::string_view rest) {
  const auto lead = static_cast<unsigned char>(rest[0]);
  return lead == 0xc2 || lead == 0xe2 || lead == 0xef || lead == 0xf0 || rest.starts_with("\xe3\x80");
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xc0) == 0x80;
}

bool starts_name(std::string_view rest) {
  return is_letter(rest[0]) || (static_cast<unsigned char>(rest[0]) >= 0x80 && !leads_a_sign(rest));
}

bool continues_name(std::string_view rest) {
  return starts_name(rest) || is_digit(rest[0]) || continues_character(rest[0]);
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Symbols of two characters that mean something else than their parts. Few characters end one, which is
// asked first because it is asked at every symbol.
bool is_pair(std::string_view two, Language language) {
  if (two.size() < 2 || std::strchr("=>:&|+-", two[1]) == nullptr) return false;
  return one_of(two, {"==", "!=", "<=", ">=", "->", ":="}) ||
         (language == Language::cpp && one_of(two, {"::", "&&", "||", "++", "--"}));
}

bool is_string_prefix(std::string_view word, Language language) {
  if (language == Language::cpp) return one_of(word, {"", "u8", "u", "U", "L", "R", "u8R", "uR", "UR", "LR"});
  return word.size() <= 2 && word.find_first_not_of("rRbBuUfF") == std::string_view::npos;
}

}  // namespace

void Lexer::finish(Token* token, TokenKind kind, std::size_t end, bool closed) {
  end = std::min(end, text_.size());
  token->kind = kind;
  token->text = text_.substr(offset_, end - offset_);
  token->offset = offset_;
  token->closed = closed;
  offset_ = end;
}

bool Lexer::next(Token* token) {
  skip_blanks(token);
  if (offset_ >= text_.size()) return false;
  token->starts_line = line_start_;
  line_start_ = false;
  read(token);
  return true;
}

void Lexer::skip_blanks(Token* token) {
  token->column = 0;
  for (; offset_ < text_.size(); ++offset_) {
    const char c = text_[offset_];
    if (c == '\n') {
      line_start_ = true;
      token->column = 0;
    } else if (c == '\\' &&
               (at(offset_ + 1) == '\n' || (at(offset_ + 1) == '\r' && at(offset_ + 2) == '\n'))) {
      offset_ += at(offset_ + 1) == '\n' ? 1 : 2;
    } else if (c == '\t') {
      token->column += 8 - token->column % 8;
    } else if (c == ' ' || c == '\r' || c == '\f' || c == '\v') {
      ++token->column;
    } else {
      return;
    }
  }
}

bool Lexer::read_comment(Token* token) {
  const std::string_view rest = text_.substr(offset_);
  const bool cpp = language_ == Language::cpp;
  if (cpp && rest.starts_with("/*")) {
    const std::size_t end = text_.find("*/", offset_ + 2);
    finish(token, TokenKind::comment, end == text_.npos ? end : end + 2, end != text_.npos);
    return true;
  }
  if (!(cpp ? rest.starts_with("//") : rest[0] == '#')) return false;
  finish(token, TokenKind::comment, text_.find('\n', offset_));
  return true;
}

void Lexer::read_directive(Token* token) {
  std::size_t end = offset_;
  while (end < text_.size() && !(text_[end] == '\n' && text_[end - 1] != '\\')) ++end;
  std::string_view word = text_.substr(offset_ + 1, end - offset_ - 1);
  word.remove_prefix(std::min(word.find_first_not_of(" \t"), word.size()));
  word = word.substr(0, word.find_first_not_of("abcdefghijklmnopqrstuvwxyz"));
  const bool known = one_of(word, {"include", "define", "undef", "pragma", "if", "ifdef", "ifndef", "else",
                                   "elif", "endif", "error", "warning", "line", "import"});
  finish(token, known ? TokenKind::directive : TokenKind::bad, end);
}

// `quote` is where the opening quote stands.
void Lexer::read_python_string(Token* token, std::size_t quote) {
  const char mark = text_[quote];
  const bool triple = at(quote + 1) == mark && at(quote + 2) == mark;
  std::size_t i = quote + (triple ? 3 : 1);
  for (; i < text_.size(); ++i) {
    if (text_[i] == '\\') {
      ++i;
    } else if (triple ? text_[i] == mark && at(i + 1) == mark && at(i + 2) == mark : text_[i] == mark) {
      return finish(token, TokenKind::string, i + (triple ? 3 : 1));
    } else if (!triple && text_[i] == '\n') {
      return finish(token, TokenKind::bad, i);
    }
  }
  finish(token, triple ? TokenKind::string : TokenKind::bad, text_.size(), !triple);
}

void Lexer::read_cpp_string(Token* token, std::size_t quote, bool raw) {
  if (raw) {
    constexpr std::size_t kLongestDelimiter = 16;
    const std::string_view head = text_.substr(quote + 1, kLongestDelimiter + 1);
    const std::size_t open = head.find('(');
    if (open == head.npos) return finish(token, TokenKind::bad, quote + 1);
    const std::string close = ")" + std::string(head.substr(0, open)) + "\"";
    const std::size_t end = text_.find(close, quote + 1 + open);
    return finish(token, TokenKind::string, end == text_.npos ? end : end + close.size(), end != text_.npos);
  }
  const char mark = text_[quote];
  // No character literal is this long; two apostrophes in a sentence are.
  constexpr std::size_t kLongestCharacter = 12;
  for (std::size_t i = quote + 1; i < text_.size(); ++i) {
    if (text_[i] == '\\') {
      ++i;
    } else if (text_[i] == mark) {
      const bool sentence = mark == '\'' && i - quote > kLongestCharacter;
      return finish(token, sentence ? TokenKind::bad : TokenKind::string, sentence ? quote + 1 : i + 1);
    } else if (text_[i] == '\n') {
      return finish(token, TokenKind::bad, i);
    }
  }
  finish(token, TokenKind::bad, text_.size());
}

bool Lexer::read_string(Token* token) {
  std::size_t quote = offset_;
  while (quote < offset_ + 3 && is_letter(at(quote))) ++quote;
  if (quote == offset_ + 2 && at(quote) == '8') ++quote;
  if (at(offset_) == 'u' && at(offset_ + 1) == '8') {
    quote = offset_ + 2;
    if (at(quote) == 'R') ++quote;
  }
  if (at(quote) != '"' && at(quote) != '\'') return false;
  const std::string_view prefix = text_.substr(offset_, quote - offset_);
  if (!is_string_prefix(prefix, language_)) return false;
  if (language_ == Language::python) {
    read_python_string(token, quote);
  } else {
    read_cpp_string(token, quote, at(quote) == '"' && prefix.ends_with('R'));
  }
  return true;
}

void Lexer::read(Token* token) {
  const std::string_view rest = text_.substr(offset_);
  if (language_ == Language::cpp && rest[0] == '#' && token->starts_line) return read_directive(token);
  if (read_comment(token) || read_string(token)) return;
  std::size_t end = offset_ + 1;
  if (starts_name(rest)) {
    while (end < text_.size() && continues_name(text_.substr(end))) ++end;
    return finish(token, TokenKind::name, end);
  }
  if (is_digit(rest[0]) || (rest[0] == '.' && is_digit(at(offset_ + 1)))) {
    const auto belongs = [&](std::size_t i) {
      const char c = at(i);
      if (is_digit(c) || is_letter(c) || c == '.') return true;
      if (c == '\'') return language_ == Language::cpp && (is_digit(at(i + 1)) || is_letter(at(i + 1)));
      return (c == '+' || c == '-') && (at(i - 1) == 'e' || at(i - 1) == 'E') && is_digit(at(i + 1)) &&
             !rest.starts_with("0x");
    };
    while (end < text_.size() && belongs(end)) ++end;
    return finish(token, TokenKind::number, end);
  }
  if (is_pair(rest.substr(0, 2), language_)) return finish(token, TokenKind::symbol, end + 1);
  const char* const symbols =
      language_ == Language::cpp ? "()[]{}<>;:,.?!=+-*/%&|^~" : "()[]{}<>;:,.=+-*/%&|^~@";
  if (std::strchr(symbols, rest[0]) != nullptr && rest[0] != '\0')
    return finish(token, TokenKind::symbol, end);
  while (end < text_.size() && continues_character(text_[end])) ++end;
  finish(token, TokenKind::bad, end);
}

std::vector<Token> tokens_of(std::string_view text, Language language) {
  std::vector<Token> tokens;
  Lexer lexer(text, language);
  for (Token token; lexer.next(&token);) tokens.push_back(token);
  return tokens;
}

bool is_keyword(std::string_view word, Language language) {
  if (language == Language::python) {
    return one_of(word,
                  {"False", "None",     "True",  "and",    "as",   "assert", "async",  "await",    "break",
                   "class", "continue", "def",   "del",    "elif", "else",   "except", "finally",  "for",
                   "from",  "global",   "if",    "import", "in",   "is",     "lambda", "nonlocal", "not",
                   "or",    "pass",     "raise", "return", "try",  "while",  "with",   "yield"});
  }
  return one_of(word,
                {"alignas",       "alignof",  "auto",     "bool",     "break",     "case",      "catch",
                 "char",          "class",    "concept",  "const",    "consteval", "constexpr", "constinit",
                 "continue",      "decltype", "default",  "delete",   "do",        "double",    "else",
                 "enum",          "explicit", "extern",   "false",    "float",     "for",       "friend",
                 "goto",          "if",       "inline",   "int",      "long",      "mutable",   "namespace",
                 "new",           "noexcept", "nullptr",  "operator", "private",   "protected", "public",
                 "register",      "requires", "return",   "short",    "signed",    "sizeof",    "static",
                 "static_assert", "struct",   "switch",   "template", "this",      "throw",     "true",
                 "try",           "typedef",  "typename", "union",    "unsigned",  "using",     "virtual",
                 "void",          "volatile", "while"});
}

}  // namespace effk::submissions
