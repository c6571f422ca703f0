// harness/cli/commands.h -- the commands: each prints its results to stdout, progress and warnings to stderr,
// and returns the exit status.
#pragma once

#include "harness/base/error.h"
#include "harness/cli/arguments.h"

namespace effk::cli {

// Returns the status of the counted program.
Result<int> count(const CountArguments& arguments);
Result<int> doctor(const DoctorArguments& arguments);
Result<int> list(const ListArguments& arguments);
Result<int> show(const ShowArguments& arguments);
Result<int> prompts(const PromptsArguments& arguments);
Result<int> verify(const VerifyArguments& arguments);
Result<int> run(const RunArguments& arguments);
Result<int> import_suite(const ImportArguments& arguments);
Result<int> report(const ReportArguments& arguments);

}  // namespace effk::cli
