#include <string>

#include "harness/cli/commands.h"
#include "harness/cli/output.h"
#include "harness/report/cases_csv.h"
#include "harness/store/run_jsonl.h"
#include "harness/store/run_reader.h"

namespace effk::cli {

Result<int> carry_out(const ExportArguments& arguments) {
  auto run = store::read_run(arguments.run);
  if (!run) return tl::unexpected(run.error());
  const std::string text = arguments.format == "csv"
                               ? report::cases_csv(*run)
                               : store::to_jsonl(std::move(*run), {.code = !arguments.without_code,
                                                                   .use = !arguments.without_use});
  if (auto written = print_or_write(arguments.output, text); !written) return tl::unexpected(written.error());
  return 0;
}

}  // namespace effk::cli
