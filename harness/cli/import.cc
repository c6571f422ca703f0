#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "harness/cli/commands.h"
#include "harness/importers/kinds.h"
#include "harness/importers/suite_writer.h"

namespace effk::cli {

Result<int> import_suite(const ImportArguments& arguments) {
  const importers::Kind* kind = importers::find_kind(arguments.kind);
  if (kind == nullptr)
    return fail(ErrorKind::usage, fmt::format("unknown kind of import '{}'", arguments.kind));
  const auto imported = kind->read({arguments.files.begin(), arguments.files.end()});
  if (!imported) return tl::unexpected(imported.error());
  for (const std::string& finding : imported->findings) fmt::print(stderr, "warning: {}\n", finding);
  if (auto written = importers::write_suite(imported->suite, arguments.output); !written)
    return tl::unexpected(written.error());
  const auto& problems = imported->suite.problems;
  const auto selected = std::count_if(problems.begin(), problems.end(),
                                      [](const importers::ProblemFiles& p) { return p.problem.selected; });
  fmt::print("{}: {} problems, {} of them selected by default\n", arguments.output, problems.size(),
             selected);
  fmt::print(stderr, "next: effk verify --suite {}\n", arguments.output);
  return 0;
}

}  // namespace effk::cli
