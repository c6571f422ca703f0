// harness/importers/left_out.h -- what an import could not take over, and why. A plain value.
#pragma once

#include <string>

namespace effk::importers {

struct LeftOut {
  std::string problem;  // its id, or how its file calls it
  std::string part;     // "stress input 3"; empty: the whole problem
  std::string reason;   // for a person, no full stop
};

}  // namespace effk::importers
