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

// Drops #pragma GCC target, optimize, push_options, pop_options and reset_options, also when continued over
// lines or written with _Pragma. Comments and strings are left alone only as far as a pragma cannot hide
// there: a line that starts with '#' is a directive wherever it stands.
WithoutPragmas drop_pragmas(const std::string& source);

}  // namespace effk::toolchain
