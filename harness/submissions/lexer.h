// harness/submissions/lexer.h -- cuts C++ or Python into tokens, and never gives up.
//
// For code that may be broken, cut or no code at all: enough to tell code from strings, comments and prose,
// and not more. Every byte that is not blank belongs to exactly one token, in order.
//
//   Errors   none: what no rule fits becomes a token of kind `bad`.
//   Threads  one object, one thread. Tokens point into the text, which must outlive them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "harness/suite/problem.h"

namespace effk::submissions {

enum class TokenKind {
  name,  // identifiers and keywords
  number,
  string,     // string and character literals
  comment,    // # ... or // ... or /* ... */
  directive,  // C++: a whole preprocessor line with its continuations
  symbol,     // == != <= >= -> := :: ... and any other single character of the language
  bad,        // an unfinished one-line string, a character that the language does not have
};

struct Token {
  TokenKind kind = TokenKind::bad;
  std::string_view text;
  std::size_t offset = 0;
  bool starts_line = false;  // the first of its line, unless the line before ended with a backslash
  std::size_t column = 0;    // blanks before it, if it starts a line; a tab reaches to the next multiple of 8
  bool closed = true;        // false: a string or comment that runs to the end of the text

  std::size_t end() const { return offset + text.size(); }
  bool is(std::string_view wanted) const { return text == wanted && kind != TokenKind::string; }
};

class Lexer {
 public:
  Lexer(std::string_view text, suite::Language language, std::size_t offset = 0)
      : text_(text), language_(language), offset_(offset) {}

  // False at the end of the text.
  bool next(Token* token);

 private:
  void skip_blanks(Token* token);
  void read(Token* token);
  bool read_string(Token* token);
  void read_python_string(Token* token, std::size_t quote);
  void read_cpp_string(Token* token, std::size_t quote, bool raw);
  void read_directive(Token* token);
  bool read_comment(Token* token);
  void finish(Token* token, TokenKind kind, std::size_t end, bool closed = true);
  char at(std::size_t offset) const { return offset < text_.size() ? text_[offset] : '\0'; }

  std::string_view text_;
  suite::Language language_;
  std::size_t offset_;
  bool line_start_ = true;
};

std::vector<Token> tokens_of(std::string_view text, suite::Language language);

// True for reserved words of the language.
bool is_keyword(std::string_view word, suite::Language language);

}  // namespace effk::submissions
