// harness/cli/main.cc -- the program: reads the command line, carries out one command, says how it ended.
#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <exception>

#include "harness/cli/command_line/command_line.h"
#include "harness/cli/commands.h"

namespace {

using effk::Error;

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
    const auto status = std::visit([](const auto& asked) { return effk::cli::carry_out(asked); }, *arguments);
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
