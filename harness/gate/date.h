// harness/gate/date.h -- a day, as limits files and --today name it: YYYY-MM-DD (ISO 8601).
//
//   Threads  pure functions.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace effk::gate {

using Date = std::chrono::sys_days;

// Nothing for any other text, and for days that no calendar has.
std::optional<Date> parse_date(std::string_view text);

std::string to_string(Date date);

}  // namespace effk::gate
