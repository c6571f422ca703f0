// harness/base/printable_text.h -- text of strangers, made fit for terminals, records and JSON.
//
//   Unit     bytes.
//   Threads  pure functions.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace effk {

// UTF-8 of one line and at most `limit_bytes`: ends of lines and tabs become spaces; broken UTF-8, control
// characters, and what separates lines or reverses the direction of writing become '?'.
std::string printable_line(std::string_view text, std::size_t limit_bytes);

// The same, but '\n' stays.
std::string printable_lines(std::string_view text, std::size_t limit_bytes);

}  // namespace effk
