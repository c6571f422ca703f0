// harness/cases/confined_generator.h -- what a generator program may do, in any language, and how it ended,
// in words. Internal to the module.
//
//   Threads  pure functions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "harness/base/error.h"
#include "harness/sandbox/tool.h"

namespace effk::cases {

// What a generator may write, all cases of one run together.
inline constexpr std::uint64_t kLargestOutputBytes = std::uint64_t{256} << 20;

// The longest text of a generator that messages repeat.
inline constexpr std::size_t kLongestComplaint = 500;

// A request without argv and input: confined to the system's libraries, 4 GiB, `cpu_seconds`, and twice as
// much wall time with 20 s more for busy machines.
sandbox::ToolRequest confined_request(std::uint64_t cpu_seconds, std::optional<int> cancel);

// Why a program that did not succeed ended: "it was ended by signal 6", "it used more than 60 s of CPU time",
// "exit status 2: what it said".
std::string words_for_end(const sandbox::ToolOutcome& outcome, const sandbox::ToolRequest& request);

// A part behind its length in 8 bytes, little-endian: how generators read and write more than one value.
std::string with_length(std::string_view part);

}  // namespace effk::cases
