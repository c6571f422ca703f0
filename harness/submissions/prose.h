// harness/submissions/prose.h -- tells code from sentences where no fence does.
//
// Python: two names side by side are never code. C++: three are not, nor is what ends like a sentence.
// Only lines outside all brackets and strings are judged; inside a definition everything is code.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "harness/submissions/lexer.h"

namespace effk::submissions {

// Whether a line, given by its tokens without comments, is a sentence or Markdown rather than code.
bool is_prose(std::span<const Token> line, suite::Language language);

// Whether the first line with anything in it could be code.
bool starts_as_code(std::string_view text, suite::Language language);

// The stretches of whole lines that are code, in order; each has something besides comments in it. Text
// that is code from the first line to the last comes back whole, as it is.
std::vector<std::string_view> code_stretches(std::string_view text, suite::Language language);

}  // namespace effk::submissions
