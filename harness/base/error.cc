#include "harness/base/error.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>

namespace effk {

tl::unexpected<Error> fail(ErrorKind kind, std::string what, std::string why, std::string next) {
  return tl::unexpected<Error>(Error{kind, std::move(what), std::move(why), std::move(next)});
}

tl::unexpected<Error> fail_errno(ErrorKind kind, std::string what, int error_number, std::string next) {
  return fail(kind, std::move(what), std::strerror(error_number), std::move(next));
}

std::string error_text(const Error& error) {
  std::string text = fmt::format("effk: error: {}\n", error.what);
  if (!error.why.empty()) text += fmt::format("  why:  {}\n", error.why);
  if (!error.next.empty()) text += fmt::format("  next: {}\n", error.next);
  return text;
}

int exit_status(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::usage:
      return 2;
    case ErrorKind::bad_input:
      return 3;
    case ErrorKind::environment:
      return 4;
    case ErrorKind::internal:
      break;
  }
  return 70;
}

}  // namespace effk
