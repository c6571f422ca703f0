#include "harness/report/printable.h"

#include <fmt/format.h>

#include "harness/report/code_points.h"

namespace effk::report {
namespace {

bool harmful(char32_t c) {
  if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return true;  // C0, DEL, C1: 0x9b begins a command as ESC [ does
  if (c == 0xad || c == 0x61c || c == 0xfeff) return true;
  if (c >= 0x200b && c <= 0x200f) return true;  // zero width, direction
  if (c >= 0x2028 && c <= 0x202e) return true;  // line ends, direction
  if (c >= 0x2060 && c <= 0x206f) return true;  // invisible operators, direction
  return c >= 0xe0000 && c <= 0xe0fff;          // tags
}

}  // namespace

std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const CodePoint one = first_code_point(text);
    if (one.length == 0) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned char>(text.front()));
      text.remove_prefix(1);
      continue;
    }
    if (!harmful(one.value)) {
      result += text.substr(0, one.length);
    } else if (one.value < 0x80) {
      result += fmt::format("\\x{:02x}", static_cast<unsigned>(one.value));
    } else {
      result += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(one.value));
    }
    text.remove_prefix(one.length);
  }
  return result;
}

}  // namespace effk::report
