#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/import_trial.h"
#include "harness/importers/kinds.h"
#include "harness/importers/suite_writer.h"

namespace effk::cli {
namespace {

using importers::Import;
using importers::LeftOut;

std::string line_of(const LeftOut& one) {
  return fmt::format("{}{}{}: {}", one.problem, one.part.empty() ? "" : ", ", one.part, one.reason);
}

// What the suite's import.json says of where it comes from.
std::string report_of(const Import& import, const ImportArguments& arguments) {
  nlohmann::ordered_json left_out = nlohmann::ordered_json::array();
  for (const LeftOut& one : import.left_out)
    left_out.push_back({{"problem", one.problem}, {"part", one.part}, {"reason", one.reason}});
  const nlohmann::ordered_json report = {{"schema", 1},
                                         {"kind", arguments.kind},
                                         {"tried", import.reduce && !arguments.untried},
                                         {"listed", std::max(import.listed, import.suite.problems.size())},
                                         {"problems", import.suite.problems.size()},
                                         {"left_out", std::move(left_out)},
                                         {"findings", import.findings}};
  return report.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

void tell_left_out(const Import& import) {
  const auto whole = std::count_if(import.left_out.begin(), import.left_out.end(),
                                   [](const LeftOut& one) { return one.part.empty(); });
  for (const LeftOut& one : import.left_out) fmt::print("left out: {}\n", line_of(one));
  if (import.listed > 0) {
    fmt::print("{} problems read: {} taken over, {} left out; {} single cases left out\n", import.listed,
               import.suite.problems.size(), whole, import.left_out.size() - static_cast<std::size_t>(whole));
  }
}

}  // namespace

Result<int> carry_out(const ImportArguments& arguments) {
  const importers::Kind* kind = importers::find_kind(arguments.kind);
  if (kind == nullptr)
    return fail(ErrorKind::usage, fmt::format("unknown kind of import '{}'", arguments.kind));
  auto imported = kind->read({arguments.files.begin(), arguments.files.end()});
  if (!imported) return tl::unexpected(imported.error());
  for (const std::string& finding : imported->findings) fmt::print(stderr, "warning: {}\n", finding);
  // Before the trial, which takes minutes.
  if (auto free = importers::refuse_what_is_there(arguments.output); !free)
    return tl::unexpected(free.error());
  if (imported->reduce && !arguments.untried) {
    if (auto tried = try_references(*imported, {arguments.instrument, arguments.jobs}); !tried)
      return tl::unexpected(tried.error());
  }
  tell_left_out(*imported);
  const auto& problems = imported->suite.problems;
  if (problems.empty()) {
    return fail(ErrorKind::bad_input, "nothing is left to make a suite of",
                fmt::format("all of {} problems were left out", imported->listed));
  }
  imported->suite.report = report_of(*imported, arguments);
  if (auto written = importers::write_suite(imported->suite, arguments.output); !written)
    return tl::unexpected(written.error());
  const auto selected = std::count_if(problems.begin(), problems.end(),
                                      [](const importers::ProblemFiles& p) { return p.problem.selected; });
  fmt::print("{}: {} problems, {} of them selected by default\n", arguments.output, problems.size(),
             selected);
  fmt::print(stderr, "next: effk verify --suite {}\n", arguments.output);
  return 0;
}

}  // namespace effk::cli
