// harness/cli/commands.h -- the commands: each prints its results to stdout, progress and warnings to stderr,
// and returns the exit status.
#pragma once

#include "harness/base/error.h"
#include "harness/cli/arguments.h"

namespace effk::cli {

Result<int> carry_out(const HelpArguments& arguments);
Result<int> carry_out(const CountArguments& arguments);  // the status of the counted program
Result<int> carry_out(const DoctorArguments& arguments);
Result<int> carry_out(const ListArguments& arguments);
Result<int> carry_out(const ShowArguments& arguments);
Result<int> carry_out(const PromptsArguments& arguments);
Result<int> carry_out(const VerifyArguments& arguments);
Result<int> carry_out(const RunArguments& arguments);
Result<int> carry_out(const ImportArguments& arguments);
Result<int> carry_out(const ReportArguments& arguments);
Result<int> carry_out(const LeaderboardArguments& arguments);
Result<int> carry_out(const GateArguments& arguments);
Result<int> carry_out(const CompareArguments& arguments);
Result<int> carry_out(const ExportArguments& arguments);
Result<int> carry_out(const MergeArguments& arguments);

}  // namespace effk::cli
