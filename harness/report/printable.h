// harness/report/printable.h -- text of strangers made fit for a terminal.
//
// Names of models and samples, their code and what they printed may hold escape sequences that move the
// cursor, change colours or the clipboard, or marks that turn text around. Everything that report prints for
// people goes through here; text that is already harmless stays as it is.
//
//   Errors   none: any bytes will do.
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>

namespace effk::report {

// One line of valid UTF-8. Control characters (also those above 0x7f, and line ends), marks of direction and
// invisible characters become \x1b or \u{202e}, bytes that are not UTF-8 become \xff. A backslash stays.
std::string printable(std::string_view text);

}  // namespace effk::report
