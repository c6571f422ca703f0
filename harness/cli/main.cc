// harness/cli/main.cc -- the program: reads the command line, carries out one command, says how it ended.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <type_traits>

#include "harness/cli/command_line.h"
#include "harness/cli/commands.h"

namespace {

using effk::Error;
using effk::Result;

Result<int> carry_out(const effk::cli::Arguments& arguments) {
  using namespace effk::cli;
  return std::visit(
      [](const auto& asked) -> Result<int> {
        using Asked = std::decay_t<decltype(asked)>;
        if constexpr (std::is_same_v<Asked, HelpArguments>) {
          std::fputs(asked.text.c_str(), stdout);
          return 0;
        } else if constexpr (std::is_same_v<Asked, CountArguments>) {
          return count(asked);
        } else if constexpr (std::is_same_v<Asked, DoctorArguments>) {
          return doctor(asked);
        } else if constexpr (std::is_same_v<Asked, ListArguments>) {
          return list(asked);
        } else if constexpr (std::is_same_v<Asked, ShowArguments>) {
          return show(asked);
        } else if constexpr (std::is_same_v<Asked, PromptsArguments>) {
          return prompts(asked);
        } else if constexpr (std::is_same_v<Asked, VerifyArguments>) {
          return verify(asked);
        } else if constexpr (std::is_same_v<Asked, RunArguments>) {
          return run(asked);
        } else if constexpr (std::is_same_v<Asked, ImportArguments>) {
          return import_suite(asked);
        } else {
          return report(asked);
        }
      },
      arguments);
}

int fail_with(const Error& error) {
  std::fflush(stdout);
  std::fputs(effk::error_text(error).c_str(), stderr);
  return effk::exit_status(error.kind);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const auto arguments = effk::cli::read_command_line(argc, argv);
    if (!arguments) return fail_with(arguments.error());
    const auto status = carry_out(*arguments);
    if (!status) return fail_with(status.error());
    if (std::fflush(stdout) != 0) {
      return fail_with({effk::ErrorKind::environment,
                        "cannot write to standard output",
                        "the reader has closed it or the disk is full",
                        {}});
    }
    return *status;
  } catch (const std::exception& bug) {
    return fail_with(
        {effk::ErrorKind::internal, "a bug in effk", bug.what(), "please report it, with the command line"});
  }
}
