#include "harness/report/code_points.h"

namespace effk::report {
namespace {

std::size_t columns(char32_t c) {
  if ((c >= 0x300 && c <= 0x36f) || (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x20d0 && c <= 0x20ff) ||
      (c >= 0xfe00 && c <= 0xfe0f)) {
    return 0;
  }
  const bool wide =
      (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
      (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
      (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
  return wide ? 2 : 1;
}

struct Form {
  unsigned char mask;    // bits that tell the form
  unsigned char marker;  // their value
  std::size_t length;    // bytes
  char32_t smallest;     // below: an overlong form
};

constexpr Form kForms[] = {
    {0x80, 0x00, 1, 0}, {0xe0, 0xc0, 2, 0x80}, {0xf0, 0xe0, 3, 0x800}, {0xf8, 0xf0, 4, 0x10000}};

}  // namespace

CodePoint first_code_point(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  for (const Form& form : kForms) {
    if ((first & form.mask) != form.marker) continue;
    if (text.size() < form.length) return {};
    char32_t value = static_cast<unsigned char>(first & ~form.mask);
    for (std::size_t i = 1; i < form.length; ++i) {
      const auto next = static_cast<unsigned char>(text[i]);
      if ((next & 0xc0) != 0x80) return {};
      value = value << 6 | (next & 0x3f);
    }
    const bool surrogate = value >= 0xd800 && value <= 0xdfff;
    if (value < form.smallest || value > 0x10ffff || surrogate) return {};
    return {value, form.length};
  }
  return {};
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const CodePoint one = first_code_point(text);
    width += one.length == 0 ? 1 : columns(one.value);
    text.remove_prefix(one.length == 0 ? 1 : one.length);
  }
  return width;
}

std::string cut_to(std::string_view text, std::size_t width) {
  if (width_of(text) <= width) return std::string(text);
  if (width == 0) return {};
  std::string_view rest = text;
  std::size_t taken = 0;
  while (!rest.empty()) {
    const CodePoint one = first_code_point(rest);
    const std::size_t more = one.length == 0 ? 1 : columns(one.value);
    if (taken + more > width - 1) break;
    taken += more;
    rest.remove_prefix(one.length == 0 ? 1 : one.length);
  }
  return std::string(text.substr(0, text.size() - rest.size())) + "~";
}

}  // namespace effk::report
