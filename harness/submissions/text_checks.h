// harness/submissions/text_checks.h -- small questions about texts and names.
//
//   Errors   none.
//   Threads  no shared state.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace effk::submissions {

// The first byte (from 0) at which `text` stops being UTF-8: no overlong forms, no surrogates, nothing
// beyond U+10FFFF. std::nullopt if all of it is.
std::optional<std::size_t> first_byte_not_utf8(std::string_view text);

// Digits compare as numbers: "2" before "10", "a2" before "a10", "2" before "02".
bool natural_less(std::string_view a, std::string_view b);

}  // namespace effk::submissions
