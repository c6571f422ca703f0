// harness/value/text.h -- pieces of messages. Internal to the module.
//
//   Unit     characters; everything is printable ASCII, so a character is a byte.
//   Threads  pure functions.
#pragma once

#include <string>
#include <string_view>

#include "harness/value/value.h"

namespace effk::value {

// `text` in quotes, as to_text() writes a str.
std::string quoted(std::string_view text, std::size_t limit = 60);

// What a value is, in the words of types: "int", "bigint", "None", ...
std::string_view kind_name(const Value& value);

}  // namespace effk::value
