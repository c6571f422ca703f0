// harness/toolchain/cpp/dropped_pragmas.h -- takes out the pragmas by which a sample would change its own
// compiler flags.
#pragma once

#include <string>
#include <vector>

namespace effk::toolchain {

struct WithoutPragmas {
  std::string source;                // same lines, the dropped pragmas blanked
  std::vector<std::string> dropped;  // as they were written: "#pragma GCC optimize(\"O3\")"
};

// Drops #pragma GCC target, optimize, push_options, pop_options and reset_options, also when they are
// continued over lines, have comments in them or are written as _Pragma("..."). A _Pragma(#x), whose text a
// macro makes, is dropped whatever it says. Comments and strings are left alone.
//
// This makes honest samples comparable; it is no fence. A sample can still say __attribute__((optimize)),
// and what must not be in the machine code is refused there (instruction_check.h).
WithoutPragmas drop_pragmas(const std::string& source);

}  // namespace effk::toolchain
