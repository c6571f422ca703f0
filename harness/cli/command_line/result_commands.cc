#include <memory>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/option_checks.h"
#include "harness/cli/command_line/shared_options.h"

namespace effk::cli {
namespace {

// The file that holds a run.
Option run_argument(std::string& run) {
  return {.names = "run",
          .to = &run,
          .help = "the file that `effk run` wrote",
          .required = true,
          .offer = Offer::files};
}

Command report() {
  const auto asked = std::make_shared<ReportArguments>();
  return {
      .name = "report",
      .purpose = "print eff@k and pass@k of a stored run, and why a sample got its score",
      .groups = {{"", {run_argument(asked->run)}},
                 {"scores",
                  {k_option(asked->k),
                   alpha_option(&asked->alpha, "score with this budget instead, at most the run's own",
                                "the run's own"),
                   weights_option(asked->weights), problems_option(asked->problems, "those of the run"),
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
      .examples = {"effk report my.effk --details | less -R",
                   "effk report my.effk --explain gpt/inversions/cpp/3",
                   "effk report my.effk --samples --csv >samples.csv"},
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
                       weights_option(asked->weights), problems_option(asked->problems, "those of the run"),
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

Command export_run() {
  const auto asked = std::make_shared<ExportArguments>();
  return {.name = "export",
          .purpose = "write a stored run as text, for git, spreadsheets and other programs",
          .groups = {{"", {run_argument(asked->run)}},
                     {"what to write",
                      {{.names = "--format",
                        .to = &asked->format,
                        .value = "NAME",
                        .help = "jsonl: everything, and effk reads it as a run; csv: a row a sample and case",
                        .otherwise = "jsonl",
                        .choices = {"jsonl", "csv"}},
                       flag("--without-code", asked->without_code, "leave out the code (jsonl)"),
                       flag("--without-use", asked->without_use,
                            "leave out times and memory, which differ each time (jsonl)"),
                       {.names = "-o,--output",
                        .to = &asked->output,
                        .value = "FILE",
                        .help = "write it there",
                        .otherwise = "standard output",
                        .offer = Offer::files}}}},
          .examples = {"effk export my.effk --without-use -o baseline.jsonl",
                       "effk export my.effk --format csv | sort -t, -k9 -n"},
          .asked = [asked](const Given&) -> Result<Arguments> {
            if (asked->format == "csv" && (asked->without_code || asked->without_use)) {
              return fail(ErrorKind::usage, "--without-code and --without-use go with --format jsonl only",
                          {}, "effk export --help");
            }
            return *asked;
          }};
}

Command merge() {
  const auto asked = std::make_shared<MergeArguments>();
  return {.name = "merge",
          .purpose = "join runs of the same conditions into one: shards, or models of several machines",
          .groups = {{"",
                      {{.names = "runs",
                        .to = &asked->runs,
                        .help = "files that `effk run` wrote",
                        .required = true,
                        .offer = Offer::files},
                       {.names = "-o,--output",
                        .to = &asked->output,
                        .value = "FILE",
                        .help = "the run that they make: one file that must not exist yet",
                        .required = true,
                        .offer = Offer::files}}}},
          .examples = {"effk merge shard1.effk shard2.effk -o whole.effk"},
          .asked = as_read(asked)};
}

}  // namespace

std::vector<Command> result_commands() {
  return {report(), leaderboard(), export_run(), merge()};
}

}  // namespace effk::cli
