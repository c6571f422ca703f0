#include "harness/cli/import_trial.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "harness/base/temporary_folder.h"
#include "harness/cli/interrupt_signals.h"
#include "harness/cli/output.h"
#include "harness/cli/terminal_progress.h"
#include "harness/importers/suite_writer.h"
#include "harness/session/workers.h"
#include "harness/suite/suite.h"
#include "harness/verify/reference_trial.h"

namespace effk::cli {
namespace {

using importers::Import;
using importers::ProblemFiles;

// In the order of import.suite.problems.
Result<std::vector<verify::ReferenceTrial>> try_all(const Import& import, const suite::Suite& suite,
                                                    const session::Bench& bench) {
  std::vector<session::Drivers> drivers = session::drivers_of_workers(bench);
  std::vector<verify::ReferenceTrial> trials(import.suite.problems.size());
  TerminalProgress progress;
  std::mutex mutex;
  progress.begin_phase("trials", trials.size());
  auto done = session::for_each_task(
      bench, drivers, trials.size(), [&](std::size_t i, session::Drivers& mine) -> Result<void> {
        const suite::Problem& problem = *suite.find(import.suite.problems[i].problem.id);
        auto trial = verify::try_reference(problem, problem.languages.front(), bench, mine);
        if (!trial) return tl::unexpected(trial.error());
        const std::lock_guard lock(mutex);
        trials[i] = std::move(*trial);
        progress.step_done(problem.id);
        return {};
      });
  if (!done) return tl::unexpected(done.error());
  return trials;
}

void keep_what_works(Import& import, const std::vector<verify::ReferenceTrial>& trials) {
  std::vector<ProblemFiles> kept;
  for (std::size_t i = 0; i < trials.size(); ++i) {
    ProblemFiles& files = import.suite.problems[i];
    if (!trials[i].fault.empty()) {
      import.left_out.push_back({files.problem.id, {}, trials[i].fault});
      continue;
    }
    std::vector<importers::CaseFault> faults;
    for (const verify::FaultyCase& one : trials[i].faulty)
      faults.push_back({{one.level, one.number}, one.reason});
    if (auto reduced = import.reduce(files, faults, import.left_out)) kept.push_back(std::move(*reduced));
  }
  import.suite.problems = std::move(kept);
}

}  // namespace

Result<void> try_references(Import& import, const TrialOptions& options) {
  if (import.suite.problems.empty()) return {};
  const auto interruption = interruption_by_signals();
  if (!interruption) return tl::unexpected(interruption.error());
  auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path());
  if (!folder) return tl::unexpected(folder.error());
  const std::filesystem::path draft = folder->path() / "suite";
  if (auto written = importers::write_suite(import.suite, draft); !written) return written;
  const auto suite = suite::load_suite(draft);
  if (!suite) return tl::unexpected(suite.error());
  const auto bench = session::Bench::open(*suite, {options.instrument, 1, 2, options.jobs}, **interruption);
  if (!bench) return tl::unexpected(bench.error());
  tell("instrument {}\n", bench->instrument_reason());
  const auto trials = try_all(import, *suite, *bench);
  if (!trials) return tl::unexpected(trials.error());
  keep_what_works(import, *trials);
  return {};
}

}  // namespace effk::cli
