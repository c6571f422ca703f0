#include "harness/base/printable_text.h"

#include <algorithm>

namespace effk {
namespace {

// How many bytes the UTF-8 sequence at the start of `text` has; 0 if there is no well-formed one.
std::size_t utf8_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xc2 ? 0
                             : lead < 0xe0 ? 2
                             : lead < 0xf0 ? 3
                             : lead < 0xf5 ? 4
                                           : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xc0) != 0x80) return 0;
  }
  const bool overlong = (lead == 0xe0 && byte(1) < 0xa0) || (lead == 0xf0 && byte(1) < 0x90);
  const bool no_character = (lead == 0xed && byte(1) >= 0xa0) || (lead == 0xf4 && byte(1) >= 0x90);
  return overlong || no_character ? 0 : length;
}

// Control characters, those of the second set (U+0080 to U+009F) among them; the ends of lines and
// paragraphs (U+2028, U+2029); and what reverses the direction of writing (U+202A to U+202E, U+2066 to
// U+2069): with any of them a sample could change how the lines around its own look.
bool steers_terminals(std::string_view character) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
  if (character.size() == 1) return byte(0) < 0x20 || byte(0) == 0x7f;
  if (character.size() == 2) return byte(0) == 0xc2 && byte(1) < 0xa0;
  if (character.size() != 3 || byte(0) != 0xe2) return false;
  return (byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae) ||
         (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9);
}

std::string printable(std::string_view text, std::size_t limit_bytes, char end_of_line) {
  std::string clean;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const std::size_t step = std::max<std::size_t>(length, 1);
    if (clean.size() + step > limit_bytes) break;
    if (text[0] == '\n') {
      clean += end_of_line;
    } else if (text[0] == '\t') {
      clean += ' ';
    } else if (length == 0 || steers_terminals(text.substr(0, length))) {
      clean += '?';
    } else {
      clean += text.substr(0, length);
    }
    text.remove_prefix(step);
  }
  return clean;
}

}  // namespace

std::string printable_line(std::string_view text, std::size_t limit_bytes) {
  return printable(text, limit_bytes, ' ');
}

std::string printable_lines(std::string_view text, std::size_t limit_bytes) {
  return printable(text, limit_bytes, '\n');
}

}  // namespace effk
