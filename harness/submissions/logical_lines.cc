#include "harness/submissions/logical_lines.h"

namespace effk::submissions {

std::span<const Token> LogicalLines::next() {
  line_.clear();
  int depth = 0;
  const auto take = [&](const Token& token) {
    if (token.kind == TokenKind::symbol) {
      if (token.is("(") || token.is("[") || token.is("{")) ++depth;
      if (depth > 0 && (token.is(")") || token.is("]") || token.is("}"))) --depth;
    }
    line_.push_back(token);
  };
  if (has_ahead_) take(ahead_);
  has_ahead_ = false;
  for (Token token; lexer_.next(&token);) {
    if (token.kind == TokenKind::comment) {
      // The first token of the line after a comment starts a line by itself.
      continue;
    }
    if (token.starts_line && depth == 0 && !line_.empty()) {
      ahead_ = token;
      has_ahead_ = true;
      break;
    }
    take(token);
  }
  return line_;
}

}  // namespace effk::submissions
