#include "harness/cli/commands.h"

namespace effk::cli {

Result<int> report(const ReportArguments&) { return fail(ErrorKind::internal, "not yet"); }

}  // namespace effk::cli
