#include "harness/cli/commands.h"

namespace effk::cli {

Result<int> verify(const VerifyArguments&) { return fail(ErrorKind::internal, "not yet"); }

}  // namespace effk::cli
