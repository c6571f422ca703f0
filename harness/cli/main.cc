// harness/cli/main.cc -- the program: reads the command line, carries out one command, says how it ended.
#include <csignal>
#include <cstdio>
#include <exception>
#include <string_view>

#include "harness/cli/command_line/command_line.h"
#include "harness/cli/commands.h"
#include "harness/cli/output.h"

namespace {

using effk::Error;
using effk::ErrorKind;

// As shells tell it of a program that SIGPIPE ended: head has what it wanted, and nobody wants a message.
constexpr int kReaderIsGone = 128 + SIGPIPE;

int fail_with(const Error& error) {
  const std::string_view word = "error:";
  std::string text = effk::error_text(error);
  text.replace(text.find(word), word.size(), effk::cli::style_of(stderr).alarm(word));
  effk::cli::put(stderr, text);
  return effk::exit_status(error.kind);
}

int output_is_lost() {
  if (effk::cli::reader_is_gone()) return kReaderIsGone;
  return fail_with(
      {ErrorKind::environment, "cannot write to standard output", "it is closed, or the disk is full", {}});
}

int carry_out(int argc, char** argv) {
  const auto arguments = effk::cli::read_command_line(argc, argv);
  if (!arguments) return fail_with(arguments.error());
  const auto status = std::visit([](const auto& asked) { return effk::cli::carry_out(asked); }, *arguments);
  if (effk::cli::output_failed()) return output_is_lost();
  return status ? *status : fail_with(status.error());
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  try {
    return carry_out(argc, argv);
  } catch (const std::exception& bug) {
    if (effk::cli::output_failed()) return output_is_lost();
    return fail_with(
        {ErrorKind::internal, "a bug in effk", bug.what(), "please report it, with the command line"});
  }
}
