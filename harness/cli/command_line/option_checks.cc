#include "harness/cli/command_line/option_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "harness/base/nearest_word.h"

namespace effk::cli {
namespace {

std::optional<double> number_of(const std::string& text) {
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace

Check number_from(double low, double high) {
  return [low, high](const std::string& text) -> std::string {
    const auto number = number_of(text);
    if (number && *number >= low && *number <= high) return {};
    return fmt::format("must be a number from {} to {}, not '{}'", low, high, text);
  };
}

Check whole_number_from(double low, double high) {
  return [low, high](const std::string& text) -> std::string {
    const auto number = number_of(text);
    const bool whole = text.find_first_not_of("0123456789") == std::string::npos;
    if (number && *number >= low && *number <= high && whole) return {};
    if (std::isfinite(high))
      return fmt::format("must be a whole number from {} to {}, not '{}'", low, high, text);
    return fmt::format("must be a whole number from {} on, not '{}'", low, text);
  };
}

Check one_of(std::vector<std::string> words) {
  return [words = std::move(words)](const std::string& text) -> std::string {
    if (std::find(words.begin(), words.end(), text) != words.end()) return {};
    const auto nearest = nearest_word(text, words);
    return fmt::format("must be one of {}, not '{}'{}", fmt::join(words, ", "), text,
                       nearest ? fmt::format(" (did you mean {}?)", *nearest) : "");
  };
}

}  // namespace effk::cli
