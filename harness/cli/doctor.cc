#include "harness/cli/commands.h"

namespace effk::cli {

Result<int> doctor(const DoctorArguments&) { return fail(ErrorKind::internal, "not yet"); }

}  // namespace effk::cli
