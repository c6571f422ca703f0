#include "harness/store/merge.h"

#include "harness/cli/commands.h"
#include "harness/cli/output.h"
#include "harness/store/run_reader.h"
#include "harness/store/run_writer.h"

namespace effk::cli {

Result<int> carry_out(const MergeArguments& arguments) {
  std::vector<store::NamedRun> runs;
  for (const std::string& file : arguments.runs) {
    auto run = store::read_run(file);
    if (!run) return tl::unexpected(run.error());
    runs.push_back({file, std::move(*run)});
  }
  const auto merged = store::merge(runs);
  if (!merged) return tl::unexpected(merged.error());
  if (auto written = store::write_run(arguments.output, *merged); !written)
    return tl::unexpected(written.error());
  tell("{} runs, {} problems, {} samples{}\n", runs.size(), merged->problems.size(), merged->samples.size(),
       merged->complete ? "" : "; not all of them are complete");
  return 0;
}

}  // namespace effk::cli
