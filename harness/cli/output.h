// harness/cli/output.h -- the two ways out of a command: results to stdout, what is told to people to stderr.
//
// Neither throws when it cannot write. Of stdout main() finds out at the end; a command that goes on for long
// asks output_failed() between its parts. What cannot be told on stderr is lost: a run of hours does not end
// because a terminal was closed.
//
//   Threads  any; lines of several threads do not mix within one call.
#pragma once

#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "harness/base/error.h"
#include "harness/report/text_style.h"

namespace effk::cli {

inline void put(std::FILE* stream, std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stream);
}

template <typename... Values>
void print_out(fmt::format_string<Values...> format, Values&&... values) {
  put(stdout, fmt::format(format, std::forward<Values>(values)...));
}

template <typename... Values>
void tell(fmt::format_string<Values...> format, Values&&... values) {
  put(stderr, fmt::format(format, std::forward<Values>(values)...));
}

// "warning: TEXT" and a line end, on stderr.
void warn(std::string_view text);

// `text` into the file `path`, whole or not at all; to stdout if `path` is empty.
Result<void> print_or_write(const std::string& path, std::string_view text);

// Writes out what is buffered; true if something printed so far was lost.
bool output_failed();

// True if nobody can read stdout any more, as after `effk list | true`.
bool reader_is_gone();

// Colours where `stream` is a terminal that has them (TERM is not "dumb"), unless NO_COLOR is set to anything
// (https://no-color.org).
report::TextStyle style_of(std::FILE* stream);

}  // namespace effk::cli
