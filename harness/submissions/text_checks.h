// harness/submissions/text_checks.h -- small questions about texts and names.
//
//   Errors   none, but for check_utf8().
//   Threads  no shared state.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "harness/base/error.h"

namespace effk::submissions {

// The first byte (from 0) at which `text` stops being UTF-8: no overlong forms, no surrogates, nothing
// beyond U+10FFFF. std::nullopt if all of it is.
std::optional<std::size_t> first_byte_not_utf8(std::string_view text);

// Errors: bad_input that says at which byte `text` is not UTF-8.
Result<void> check_utf8(std::string_view text, const std::string& origin);

// Digits compare as numbers: "2" before "10", "a2" before "a10", "2" before "02".
bool natural_less(std::string_view a, std::string_view b);

// One line of at most 60 bytes for messages, whatever the submitter wrote; "..." marks what is left out.
std::string shown(std::string_view text);

}  // namespace effk::submissions
