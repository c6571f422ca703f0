// harness/toolchain/cpp/dropped_pragmas.h -- takes out the pragmas by which a sample would change its own
// compiler flags.
#pragma once

#include <string>
#include <vector>

namespace effk::toolchain {

struct WithoutPragmas {
  std::string source;                // the dropped pragmas blanked; the lines keep their numbers in messages
  std::vector<std::string> dropped;  // as they were written: "#pragma GCC optimize(\"O3\")", or "_Pragma"
};

// Drops #pragma GCC target, optimize, push_options, pop_options and reset_options, however lines are joined
// and comments put between, and makes the operator _Pragma, whose argument may come out of macros, do
// nothing. What looks like such a directive in a comment, a string or behind other code is blanked as well:
// where those begin and end is for the compiler to say.
WithoutPragmas drop_pragmas(const std::string& source);

}  // namespace effk::toolchain
