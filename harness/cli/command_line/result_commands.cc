#include <memory>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/option_checks.h"
#include "harness/cli/command_line/shared_options.h"

namespace effk::cli {
namespace {

Command report() {
  const auto asked = std::make_shared<ReportArguments>();
  return {
      .name = "report",
      .purpose = "print eff@k and pass@k of a stored run, and why a sample got its score",
      .groups = {{"",
                  {{.names = "run",
                    .to = &asked->run,
                    .help = "the file that `effk run` wrote",
                    .required = true,
                    .offer = Offer::files}}},
                 {"scores",
                  {k_option(asked->k),
                   alpha_option(&asked->alpha, "score with this budget instead, at most the run's own",
                                "the run's own"),
                   weights_option(asked->weights), problems_option(asked->problems),
                   metrics_option(asked->metrics, ""), seed_option(asked->seed, "seed of the intervals")}},
                 {"what to print",
                  {flag("--details", asked->details, "print every problem and every sample"),
                   {.names = "--explain",
                    .to = &asked->explain,
                    .value = "SAMPLE",
                    .help = "say why one sample got its score: MODEL/PROBLEM/LANGUAGE/SAMPLE",
                    .otherwise = "none",
                    .excludes = "--metrics"},
                   {.names = "--samples",
                    .to = &asked->samples,
                    .help = "print one JSON object a sample (with --csv: one row)",
                    .excludes = "--metrics"},
                   flag("--json", asked->json, "print the scores as JSON"),
                   flag("--csv", asked->csv, "print comma-separated values")}}},
      .asked = as_read(asked)};
}

Command leaderboard() {
  const auto asked = std::make_shared<LeaderboardArguments>();
  return {.name = "leaderboard",
          .purpose = "make a page of one or several runs: who is better, and why",
          .groups = {{"",
                      {{.names = "runs",
                        .to = &asked->runs,
                        .help = "files that `effk run` wrote; they must be comparable",
                        .required = true,
                        .offer = Offer::files},
                       {.names = "-o,--output",
                        .to = &asked->output,
                        .value = "PATH",
                        .help = "the folder that gets index.html; with another --format a file",
                        .otherwise = "standard output, with another --format",
                        .offer = Offer::files},
                       {.names = "--format",
                        .to = &asked->format,
                        .value = "NAME",
                        .help = "html: one page that needs no network; markdown, csv, json: its table",
                        .otherwise = "html",
                        .choices = {"html", "markdown", "csv", "json"}}}},
                     {"scores",
                      {k_option(asked->k),
                       alpha_option(&asked->alpha, "score with this budget instead, at most the runs' own",
                                    "the runs' own"),
                       weights_option(asked->weights), problems_option(asked->problems),
                       seed_option(asked->seed, "seed of the intervals and tests")}}},
          .examples = {"effk leaderboard a.effk b.effk -o site", "effk leaderboard a.effk --format markdown"},
          .asked = [asked](const Given&) -> Result<Arguments> {
            if (asked->format == "html" && asked->output.empty()) {
              return fail(ErrorKind::usage, "a page needs a folder to be put into", {},
                          "-o SITE, or --format markdown, csv or json for standard output");
            }
            return *asked;
          }};
}

}  // namespace

std::vector<Command> result_commands() {
  return {report(), leaderboard()};
}

}  // namespace effk::cli
