// harness/report/code_points.h -- walks text that may not be UTF-8, and says how wide it is on a terminal.
//
//   Unit     widths in columns.
//   Errors   none.
//   Threads  pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace effk::report {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  // in bytes; 0: no code point begins here
};

// The code point at the front of `text`, which is not empty. No surrogates, no overlong forms, nothing above
// U+10FFFF.
CodePoint first_code_point(std::string_view text);

// Columns that `text` takes: 2 for East Asian wide characters and emoji, 0 for combining marks.
std::size_t width_of(std::string_view text);

// At most `width` columns of `text`; what was cut off shows as "~" at the end (one ASCII column, so that
// it works on every terminal).
std::string cut_to(std::string_view text, std::size_t width);

}  // namespace effk::report
