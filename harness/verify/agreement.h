// harness/verify/agreement.h -- whether the references of two languages say the same.
#pragma once

#include <cstddef>
#include <string>

#include "harness/base/error.h"
#include "harness/session/drivers.h"
#include "harness/session/standard.h"

namespace effk::verify {

struct Agreement {
  std::size_t compared = 0;
  std::string fault;  // the first case on which they differ; empty if there is none
};

// Runs the reference of `runner` on the cases of `owner` and compares with what `owner`'s own reference said.
// Cases that `runner` cannot finish within its budget are left out: its language may be much slower.
Result<Agreement> agreement_on(const session::Standard& runner, const session::Standard& owner,
                               const toolchain::Toolchain& toolchain, session::Drivers& drivers);

}  // namespace effk::verify
