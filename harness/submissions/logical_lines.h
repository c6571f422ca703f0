// harness/submissions/logical_lines.h -- Python's lines as Python sees them.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "harness/submissions/lexer.h"

namespace effk::submissions {

// Cuts tokens where a physical line starts outside all brackets. Comments are left out; lines of comments
// alone vanish.
class LogicalLines {
 public:
  explicit LogicalLines(std::string_view code, std::size_t offset = 0)
      : lexer_(code, suite::Language::python, offset) {}

  // The tokens of the next line, valid until the next call; empty at the end.
  std::span<const Token> next();

 private:
  Lexer lexer_;
  std::vector<Token> line_;
  Token ahead_;
  bool has_ahead_ = false;
};

}  // namespace effk::submissions
