#include "harness/value/path.h"

#include <fmt/format.h>

#include <utility>

namespace effk::value {
namespace {

constexpr std::size_t kStepsShown = 12;
constexpr std::size_t kKeyCharacters = 30;

}  // namespace

Finding&& Finding::within(std::size_t index) && {
  steps.push_back(fmt::format("[{}]", index));
  return std::move(*this);
}

Finding&& Finding::within_key(const Value& key) && {
  steps.push_back(fmt::format("[{}]", to_text(key, kKeyCharacters)));
  return std::move(*this);
}

std::string Finding::message() const {
  if (steps.empty()) return text;
  std::string way;
  for (std::size_t i = steps.size(); i-- > 0;) {
    const bool shown =
        steps.size() <= kStepsShown || i < kStepsShown / 2 || i >= steps.size() - kStepsShown / 2;
    if (shown) way += steps[i];
    if (!shown && i == kStepsShown / 2) way += "...";
  }
  return fmt::format("at {}: {}", way, text);
}

}  // namespace effk::value
