#include <memory>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/option_checks.h"
#include "harness/cli/command_line/shared_options.h"

namespace effk::cli {
namespace {

Command report() {
  const auto asked = std::make_shared<ReportArguments>();
  return {.name = "report",
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
                       {.names = "--weights",
                        .to = &asked->weights,
                        .value = "X,X",
                        .help = "score with these weights of the levels instead, as 0,3,3,4",
                        .otherwise = "the problems' own",
                        .check = number_from(0, 1'000'000)},
                       problems_option(asked->problems),
                       metrics_option(asked->metrics, ""),
                       seed_option(asked->seed, "seed of the intervals")}},
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

}  // namespace

std::vector<Command> result_commands() {
  return {report()};
}

}  // namespace effk::cli
