#include <cstdio>

#include "harness/cli/commands.h"

namespace effk::cli {

Result<int> carry_out(const HelpArguments& arguments) {
  std::fputs(arguments.text.c_str(), stdout);
  return 0;
}

}  // namespace effk::cli
