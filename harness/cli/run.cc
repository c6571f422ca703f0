#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>

#include "harness/cli/commands.h"
#include "harness/cli/interrupt_signals.h"
#include "harness/cli/output.h"
#include "harness/cli/prompt_text.h"
#include "harness/cli/scores_output.h"
#include "harness/cli/suite_choice.h"
#include "harness/cli/terminal_progress.h"
#include "harness/score/peer_scores.h"
#include "harness/score/run_scores.h"
#include "harness/session/run.h"
#include "harness/session/unrecorded_events.h"
#include "harness/store/run_reader.h"
#include "harness/submissions/intake.h"
#include "harness/submissions/intake_summary.h"

namespace effk::cli {
namespace {

// As shells say it of a program that SIGINT ended.
constexpr int kInterruptedStatus = 128 + 2;

Result<submissions::Intake> read_intake(const suite::Suite& suite, const RunArguments& arguments) {
  submissions::IntakeOptions options;
  if (!arguments.language.empty()) options.default_language = suite::parse_language(arguments.language);
  options.format = arguments.format;
  options.prompt = code_start;
  return submissions::read_submissions({arguments.submissions.begin(), arguments.submissions.end()}, suite,
                                       options);
}

// What was found in each argument and what was left out, by reason; warnings, at most ten.
void tell_intake(const submissions::Intake& intake) {
  constexpr std::size_t kMost = 10;
  std::set<std::string> problems;
  for (const submissions::Source& source : intake.sources) {
    tell("{}\n", submissions::source_line(source));
    for (const std::string& line : submissions::skip_lines(source)) tell("  {}\n", line);
    problems.insert(source.matched_problems.begin(), source.matched_problems.end());
  }
  for (std::size_t i = 0; i < std::min(kMost, intake.warnings.size()); ++i) {
    warn(intake.warnings[i]);
  }
  if (intake.warnings.size() > kMost) warn(fmt::format("{} more", intake.warnings.size() - kMost));
  tell("{} models, {} samples of {} problems; {} without code, {} skipped{}\n", intake.submissions.size(),
       intake.total.matched, problems.size(), intake.total.without_code, intake.total.skipped,
       intake.total.skipped > 0 ? " (each of them: effk report RUN --json, under warnings)" : "");
}

void tell_instrument(const session::Bench& bench) {
  tell("instrument {}\n", bench.instrument_reason());
  for (const std::string& gap : bench.instrument().traits().unprotected) tell("  not protected: {}\n", gap);
}

// What was not measured, because it had been before.
void tell_outcome(const session::RunSummary& summary, const RunArguments& arguments) {
  if (summary.nothing_to_do) {
    tell("nothing to do: {} is complete\n", arguments.output);
  } else if (summary.stored_before > 0) {
    tell("{} samples were stored before, {} now\n", summary.stored_before, summary.samples);
  }
  if (!arguments.reuse.empty() && !summary.nothing_to_do)
    tell("taken over from other runs: {} of {} samples, {} references\n", summary.reused, summary.samples,
         summary.reused_references);
}

}  // namespace

Result<int> carry_out(const RunArguments& arguments) {
  const auto metrics = score::choose_peer_families(arguments.metrics);
  if (!metrics) return tl::unexpected(metrics.error());
  const auto suite = open_suite(arguments.suite);
  if (!suite) return tl::unexpected(suite.error());
  const auto problems = select_problems(*suite, arguments.problems);
  if (!problems) return tl::unexpected(problems.error());
  const auto intake = read_intake(*suite, arguments);
  if (!intake) return tl::unexpected(intake.error());
  tell_intake(*intake);

  const auto interruption = interruption_by_signals();
  if (!interruption) return tl::unexpected(interruption.error());
  session::BenchOptions measuring{arguments.instrument, arguments.seed, arguments.alpha, arguments.jobs};
  if (arguments.cost == "time") measuring.timed_repetitions = arguments.repetitions;
  measuring.events = arguments.events;
  const auto bench = session::Bench::open(*suite, measuring, **interruption);
  if (!bench) return tl::unexpected(bench.error());
  tell_instrument(*bench);

  TerminalProgress progress;
  session::RunOptions options{.output = arguments.output, .problems = *problems, .resume = arguments.resume};
  for (const std::string& file : arguments.reuse) {
    auto earlier = store::read_run(file);
    if (!earlier) return tl::unexpected(earlier.error());
    options.reused.push_back({file, std::move(*earlier)});
  }
  options.rivals.alpha = arguments.rival_alpha;
  options.rivals.slow = score::need(*metrics, metrics::Need::kLadder);
  options.rivals.baseline = score::need(*metrics, metrics::Need::kOldProgram);
  const auto summary = session::run(*suite, *intake, *bench, options, progress);
  if (!summary) return tl::unexpected(summary.error());
  if (summary->interrupted) {
    tell("\ninterrupted: {} samples are stored in {}\n", summary->stored_before + summary->samples,
         arguments.output);
    return kInterruptedStatus;
  }
  tell_outcome(*summary, arguments);
  const auto stored = store::read_run(arguments.output);
  if (!stored) return tl::unexpected(stored.error());
  for (const std::string& line : session::unrecorded_events(*stored)) warn(line);
  score::ScoreOptions scoring;
  scoring.k = arguments.k;
  const auto scores = score::score_run(*stored, scoring);
  if (!scores) return tl::unexpected(scores.error());
  if (arguments.json) {
    print_json(*stored, *scores, *metrics);
  } else {
    print_table(*stored, *scores, *metrics);
  }
  if (summary->internal_errors > 0) {
    return fail(ErrorKind::internal,
                fmt::format("{} samples could not be measured", summary->internal_errors),
                "see their details: effk report " + arguments.output + " --details", "please report it");
  }
  return 0;
}

}  // namespace effk::cli
