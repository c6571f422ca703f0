#include "harness/base/units.h"

#include <fmt/format.h>

namespace effk {

std::string_view to_string(CostUnit unit) {
  return unit == CostUnit::instructions ? "instructions" : "time";
}

std::string_view unit_words(CostUnit unit) {
  return unit == CostUnit::instructions ? "instructions" : "ns of CPU time";
}

std::string millions_in_words(Cost cost, CostUnit unit) {
  return fmt::format("{:.1f} {}", static_cast<double>(cost.value) / 1e6,
                     unit == CostUnit::instructions ? "M instructions" : "ms of CPU time");
}

}  // namespace effk
