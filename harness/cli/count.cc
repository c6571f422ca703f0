#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "harness/base/files.h"
#include "harness/base/install_layout.h"
#include "harness/cli/commands.h"
#include "harness/counters/instrument.h"

namespace effk::cli {
namespace {

using counters::RepeatRule;

Result<std::unique_ptr<counters::Instrument>> instrument_for(const CountArguments& arguments,
                                                             std::optional<RepeatRule> rule) {
  const auto layout = InstallLayout::of_this_program();
  if (!layout) return tl::unexpected(layout.error());
  if (arguments.instrument == "auto") {
    auto choice = counters::choose_instrument(*layout, rule);
    if (!choice) return tl::unexpected(choice.error());
    return std::move(choice->instrument);
  }
  auto made = counters::make_instrument(arguments.instrument, *layout);
  if (!made) {
    Error error = made.error();
    if (error.next.empty()) error.next = "effk doctor";
    return tl::unexpected(error);
  }
  const auto& rules = (*made)->traits().repeat_rules;
  if (rule && !(*made)->traits().counts_by(*rule)) {
    return fail(ErrorKind::usage,
                fmt::format("{} cannot count by --rep {}", arguments.instrument, to_string(*rule)),
                fmt::format("its rule is {}", to_string(rules.front())),
                fmt::format("--rep {}, or --instrument icount", to_string(rules.front())));
  }
  return made;
}

std::string cannot_write_to(const std::string& path) {
  return fmt::format("cannot write to {}", path);
}

// Where the count goes. Opened before the program starts: so a count of another time is gone, whatever
// happens.
Result<UniqueFd> open_output(const std::string& path) {
  if (path.empty()) return UniqueFd(::fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 0));
  UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666));
  if (!file) return fail_errno(ErrorKind::environment, cannot_write_to(path), errno);
  return file;
}

// As a shell tells it.
int status_of(int wait_status) {
  return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status) : WEXITSTATUS(wait_status);
}

std::string line_of(const counters::ProgramCount& counted, const counters::Traits& traits, RepeatRule rule,
                    bool as_json) {
  if (!as_json) {
    return fmt::format("{} instructions ({}, --rep {})\n", counted.instructions.value, traits.name,
                       to_string(rule));
  }
  nlohmann::ordered_json json = {{"schema", 1},
                                 {"instructions", counted.instructions.value},
                                 {"instrument", traits.name},
                                 {"version", traits.version},
                                 {"rep", to_string(rule)},
                                 {"status", status_of(counted.wait_status)},
                                 {"signal", nullptr}};
  if (WIFSIGNALED(counted.wait_status)) json["signal"] = WTERMSIG(counted.wait_status);
  return json.dump() + "\n";
}

}  // namespace

Result<int> carry_out(const CountArguments& arguments) {
  const auto file = counters::find_program(arguments.command.front());
  if (!file) return tl::unexpected(file.error());
  std::optional<RepeatRule> rule;
  if (!arguments.rep.empty()) rule = arguments.rep == "once" ? RepeatRule::once : RepeatRule::iterations;
  const auto instrument = instrument_for(arguments, rule);
  if (!instrument) return tl::unexpected(instrument.error());
  const counters::Traits& traits = (*instrument)->traits();
  const RepeatRule used = rule.value_or(traits.repeat_rules.front());
  const auto output = open_output(arguments.output);
  if (!output) return tl::unexpected(output.error());
  const auto counted = (*instrument)->count_program({*file, arguments.command, used});
  if (!counted) return tl::unexpected(counted.error());
  auto written = write_all(output->get(), line_of(*counted, traits, used, arguments.json),
                           cannot_write_to(arguments.output));
  // Nobody can be told that standard error is closed.
  if (!written && !arguments.output.empty()) return tl::unexpected(written.error());
  return status_of(counted->wait_status);
}

}  // namespace effk::cli
