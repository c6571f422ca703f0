// harness/verify/sizes.h -- whether a problem's cases are large enough to be measured, and small enough to be
// measured often. The bounds are those of design 3.3: with them, what a cheat can gain is at most 2%.
#pragma once

#include <string>
#include <vector>

#include "harness/session/standard.h"
#include "harness/suite/suite.h"

namespace effk::verify {

struct SizePromise {
  std::string name;
  bool kept = false;
  std::string found;
};

std::vector<SizePromise> size_promises(const suite::Suite& suite, const session::Standard& standard);

}  // namespace effk::verify
