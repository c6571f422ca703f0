// harness/sandbox/tool.h -- runs a confined program to its end: compilers, generators, checkers.
//
//   Unit     milliseconds of wall time, bytes of output.
//   Scope    the program and all that it starts; nothing of it is left when run_tool() returns.
//   Errors   as ConfinedProcess. Whatever the program does is in the outcome and no error.
//   Threads  may be called by several threads at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "harness/base/error.h"
#include "harness/base/units.h"
#include "harness/sandbox/confined_process.h"

namespace effk::sandbox {

struct ToolRequest {
  // Its descriptors 0, 1 and 2 are set by run_tool(); others may be passed along.
  ProcessRequest process;
  std::string input;  // what the program reads from its standard input, as a file
  std::chrono::milliseconds wall_limit{60'000};
  // For each of stdout and stderr. A program that writes more is ended.
  std::uint64_t output_limit_bytes = 64 * kMiB;
  // An eventfd or pipe: as soon as it is readable, the program is ended. It is not read.
  std::optional<int> cancel_descriptor;
};

struct ToolOutcome {
  ProcessEnd end;
  std::string output;  // stdout, cut at the limit
  std::string errors;  // stderr, cut at the limit
  std::chrono::milliseconds wall{0};
  // Why we ended it, if we did.
  bool timed_out = false;
  bool output_exceeded = false;
  bool cancelled = false;

  // It ended by itself, and well.
  bool succeeded() const;
};

Result<ToolOutcome> run_tool(const ToolRequest& request);

}  // namespace effk::sandbox
