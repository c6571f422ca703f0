// harness/base/error.h -- how the harness says that something of its own world went wrong.
//
// An Error is about the command line, our files, the machine, or us. What a sample did is a Verdict
// (harness/record/verdict.h): data, never an Error.
//
//   Errors   a broken promise between modules throws std::logic_error and is a bug (exit 70).
//   Threads  plain values.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace effk {

// Decides the exit status: see exit_status().
enum class ErrorKind { usage, bad_input, environment, internal };

struct Error {
  ErrorKind kind = ErrorKind::internal;
  std::string what;  // what failed and on which object; no final full stop
  std::string why;   // the observed cause: value found, value wanted; empty when `what` already says it
  std::string next;  // what the reader can do about it, as a command where possible; may be empty
};

template <typename T>
using Result = tl::expected<T, Error>;

// For `return fail(...)` from a function that returns a Result.
tl::unexpected<Error> fail(ErrorKind kind, std::string what, std::string why = {}, std::string next = {});

// As fail(), with errno's text (of `error_number`) as the cause.
tl::unexpected<Error> fail_errno(ErrorKind kind, std::string what, int error_number, std::string next = {});

// The three lines a user sees: "effk: error: WHAT", "  why:  WHY", "  next: NEXT"; empty parts are left
// out; ends with a newline.
std::string error_text(const Error& error);

// 2 usage, 3 bad_input, 4 environment, 70 internal.
int exit_status(ErrorKind kind);

}  // namespace effk
