#include "harness/cli/output.h"

#include <poll.h>
#include <unistd.h>

#include <cstdlib>

#include "harness/base/files.h"

namespace effk::cli {
namespace {

std::string_view variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

void warn(std::string_view text) {
  tell("{} {}\n", style_of(stderr).caution("warning:"), text);
}

Result<void> print_or_write(const std::string& path, std::string_view text) {
  if (!path.empty()) return write_file_atomically(path, text);
  put(stdout, text);
  return {};
}

bool output_failed() {
  return std::fflush(stdout) != 0 || std::ferror(stdout) != 0;
}

bool reader_is_gone() {
  // A pipe whose other end is closed is in error; errno of the write that failed is long forgotten.
  pollfd waiting{STDOUT_FILENO, POLLOUT, 0};
  return ::poll(&waiting, 1, 0) == 1 && (waiting.revents & (POLLERR | POLLHUP)) != 0;
}

report::TextStyle style_of(std::FILE* stream) {
  report::TextStyle style;
  style.color = ::isatty(::fileno(stream)) == 1 && variable("NO_COLOR").empty() && variable("TERM") != "dumb";
  return style;
}

}  // namespace effk::cli
