#include <cstdio>

#include "harness/cli/commands.h"
#include "harness/cli/output.h"

namespace effk::cli {

Result<int> carry_out(const HelpArguments& arguments) {
  put(stdout, arguments.text);
  return 0;
}

}  // namespace effk::cli
