#include "harness/submissions/text_checks.h"

#include <fmt/format.h>

#include <algorithm>

namespace effk::submissions {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

struct Sequence {
  std::size_t length = 0;  // 0: no sequence starts with this byte
  unsigned char second_low = 0x80;
  unsigned char second_high = 0xbf;
};

// Table 3-7 of the Unicode standard: the range of the second byte excludes overlong forms and surrogates.
Sequence sequence_of(unsigned char lead) {
  if (lead < 0x80) return {1};
  if (lead >= 0xc2 && lead <= 0xdf) return {2};
  if (lead == 0xe0) return {3, 0xa0, 0xbf};
  if (lead == 0xed) return {3, 0x80, 0x9f};
  if (lead >= 0xe1 && lead <= 0xef) return {3};
  if (lead == 0xf0) return {4, 0x90, 0xbf};
  if (lead >= 0xf1 && lead <= 0xf3) return {4};
  if (lead == 0xf4) return {4, 0x80, 0x8f};
  return {};
}

// Takes the digits at the front of `text`.
std::string_view take_digits(std::string_view* text) {
  const std::size_t size =
      static_cast<std::size_t>(std::find_if_not(text->begin(), text->end(), is_digit) - text->begin());
  const std::string_view digits = text->substr(0, size);
  text->remove_prefix(size);
  return digits;
}

}  // namespace

std::optional<std::size_t> first_byte_not_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Sequence sequence = sequence_of(static_cast<unsigned char>(text[i]));
    if (sequence.length == 0 || sequence.length > text.size() - i) return i;
    for (std::size_t k = 1; k < sequence.length; ++k) {
      const auto byte = static_cast<unsigned char>(text[i + k]);
      const unsigned char low = k == 1 ? sequence.second_low : 0x80;
      const unsigned char high = k == 1 ? sequence.second_high : 0xbf;
      if (byte < low || byte > high) return i;
    }
    i += sequence.length;
  }
  return std::nullopt;
}

bool natural_less(std::string_view a, std::string_view b) {
  const std::string_view all_a = a;
  const std::string_view all_b = b;
  while (!a.empty() && !b.empty()) {
    if (is_digit(a[0]) && is_digit(b[0])) {
      std::string_view x = take_digits(&a);
      std::string_view y = take_digits(&b);
      x.remove_prefix(std::min(x.find_first_not_of('0'), x.size()));
      y.remove_prefix(std::min(y.find_first_not_of('0'), y.size()));
      if (x.size() != y.size()) return x.size() < y.size();
      if (x != y) return x < y;
      continue;
    }
    if (a[0] != b[0]) return static_cast<unsigned char>(a[0]) < static_cast<unsigned char>(b[0]);
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  if (a.empty() != b.empty()) return a.empty();
  // Equal but for leading zeros: any fixed order will do.
  if (all_a.size() != all_b.size()) return all_a.size() < all_b.size();
  return all_a < all_b;
}

std::string shown(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string result;
  for (const char c : text.substr(0, kLongest))
    result += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
  // Not in the middle of a character.
  if (text.size() > kLongest) {
    while (!result.empty() && (static_cast<unsigned char>(result.back()) & 0xc0) == 0x80) result.pop_back();
    if (!result.empty() && static_cast<unsigned char>(result.back()) >= 0xc0) result.pop_back();
    result += "...";
  }
  return result;
}

Result<void> check_utf8(std::string_view text, const std::string& origin) {
  const auto at = first_byte_not_utf8(text);
  if (!at) return {};
  return fail(ErrorKind::bad_input, fmt::format("{} is not UTF-8", origin),
              fmt::format("byte {} is 0x{:02x}, which no UTF-8 text has there", *at + 1,
                          static_cast<unsigned char>(text[*at])),
              "convert it: iconv -f ENCODING -t UTF-8");
}

}  // namespace effk::submissions
