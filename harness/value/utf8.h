// harness/value/utf8.h -- walks text that may not be UTF-8. Internal to the module.
//
//   Unit     bytes.
//   Threads  pure functions.
#pragma once

#include <string_view>

namespace effk::value {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  // in bytes; 0: no code point begins here
};

// The code point at the front of `text`, which is not empty. Surrogates count as code points, as Python's
// 'surrogatepass' has them; overlong forms and anything above U+10FFFF do not.
CodePoint first_code_point(std::string_view text);

// Where `text` stops being UTF-8; text.size() if it nowhere does.
std::size_t utf8_prefix(std::string_view text);

}  // namespace effk::value
