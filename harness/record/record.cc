#include "harness/record/record.h"

namespace effk::record {

CostUnit cost_unit(const Environment& environment) {
  const auto found = environment.find("cost");
  const bool is_time =
      found != environment.end() && found->second == to_string(CostUnit::cpu_time_nanoseconds);
  return is_time ? CostUnit::cpu_time_nanoseconds : CostUnit::instructions;
}

}  // namespace effk::record
