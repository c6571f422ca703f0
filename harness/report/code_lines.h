// harness/report/code_lines.h -- a sample's code as lines that no terminal and no page can trip over.
// Internal to the module.
//
//   Errors   none: any bytes will do.
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace effk::report {

// Each line made printable(); tabs are four spaces, and a carriage return at the end is dropped.
std::vector<std::string> code_lines(std::string_view code);

}  // namespace effk::report
