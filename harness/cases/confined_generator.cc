#include "harness/cases/confined_generator.h"

#include <fmt/format.h>

#include <chrono>
#include <csignal>

#include "harness/base/printable_text.h"

namespace effk::cases {

sandbox::ToolRequest confined_request(std::uint64_t cpu_seconds, std::optional<int> cancel) {
  sandbox::ToolRequest request;
  request.process.working_folder = "/";
  sandbox::allow_system_libraries(request.process.policy);
  request.process.policy.may_fork = false;
  request.process.policy.cpu_seconds = cpu_seconds;
  request.process.policy.data_bytes = std::uint64_t{4} << 30;
  request.process.policy.file_size_bytes = kLargestOutputBytes;
  request.wall_limit = std::chrono::seconds(20 + 2 * cpu_seconds);
  request.output_limit_bytes = kLargestOutputBytes;
  request.cancel_descriptor = cancel;
  return request;
}

std::string words_for_end(const sandbox::ToolOutcome& outcome, const sandbox::ToolRequest& request) {
  if (outcome.timed_out)
    return fmt::format("it was stopped after {} seconds",
                       std::chrono::duration_cast<std::chrono::seconds>(request.wall_limit).count());
  if (outcome.output_exceeded)
    return fmt::format("it wrote more than {} MiB", request.output_limit_bytes / kMiB);
  if (const auto signal = outcome.end.signal()) {
    // The kernel's limit goes by ticks and its report by a finer clock, so the two agree only roughly.
    const auto used_us = static_cast<std::uint64_t>(outcome.end.user_us + outcome.end.system_us);
    const bool used_up = used_us >= request.process.policy.cpu_seconds * 1'000'000 * 3 / 4;
    if ((*signal == SIGXCPU || *signal == SIGKILL) && used_up)
      return fmt::format("it used more than {} s of CPU time", request.process.policy.cpu_seconds);
    return fmt::format("it was ended by signal {}", *signal);
  }
  const int status = outcome.end.exit_code().value_or(0);
  return fmt::format("exit status {}: {}", status,
                     printable_line(status == 1 ? outcome.output : outcome.errors, kLongestComplaint));
}

std::string with_length(std::string_view part) {
  const std::uint64_t size = part.size();
  std::string bytes(reinterpret_cast<const char*>(&size), sizeof size);
  return bytes.append(part);
}

}  // namespace effk::cases
