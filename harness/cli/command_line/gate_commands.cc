#include <memory>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/option_checks.h"
#include "harness/cli/command_line/shared_options.h"
#include "harness/gate/date.h"

namespace effk::cli {
namespace {

Option run_argument(const char* name, std::string& to, const char* help) {
  return {.names = name, .to = &to, .help = help, .required = true, .offer = Offer::files};
}

Option file_option(const char* name, std::string& to, const char* help, const char* otherwise = "none") {
  return {
      .names = name, .to = &to, .value = "FILE", .help = help, .otherwise = otherwise, .offer = Offer::files};
}

Option compared_problems(std::vector<std::string>& problems) {
  Option option = problems_option(problems);
  option.help = "only these problems: a,b";
  option.otherwise = "all";
  return option;
}

Option redrawn_flag(bool& redrawn) {
  return flag("--redrawn", redrawn, "the samples are new draws of the models: compare their metrics alone");
}

Group what_to_hold_against_what(GateArguments& asked) {
  Option baseline = file_option("--baseline", asked.baseline, "what it is held against: a run too", "");
  baseline.required = true;
  return {"",
          {run_argument("run", asked.run, "the file that `effk run` wrote"),
           baseline,
           file_option("--limits", asked.limits, "what is tolerated and allowed, as docs/gate.md has it",
                       "0.1% of a cost"),
           {.names = "--across",
            .to = &asked.across,
            .value = "NAMES",
            .help = "accept, with wider limits, that these differ: compiler,libc,suite",
            .otherwise = "none"},
           compared_problems(asked.problems),
           redrawn_flag(asked.redrawn),
           {.names = "--today",
            .to = &asked.today,
            .value = "DATE",
            .help = "the day by which allowances expire: YYYY-MM-DD",
            .otherwise = "the clock's, UTC",
            .check = [](const std::string& text) -> std::string {
              return gate::parse_date(text) ? "" : "must be a day as YYYY-MM-DD";
            }},
           seed_option(asked.seed, "seed of tests and intervals")}};
}

Group how_to_confirm(GateArguments& asked) {
  return {"measuring again what is worse (perf and time only)",
          {flag("--no-confirm", asked.no_confirm, "do not: one measurement decides"),
           suite_option(asked.suite), jobs_option(asked.jobs)}};
}

Group where_to_write(GateOutputs& outputs) {
  return {
      "what to print, and where (FILE may be -, standard output)",
      {flag("--details", outputs.details, "print every metric, problem and sample"),
       flag("--json", outputs.json, "print JSON; the table goes to standard error"),
       file_option("--junit", outputs.junit, "JUnit XML"),
       flag("--github-annotations", outputs.github_annotations, "print the ten worst as GitHub annotations"),
       file_option("--github-summary", outputs.github_summary, "append Markdown; none: do not",
                   "$GITHUB_STEP_SUMMARY"),
       file_option("--google-benchmark", outputs.google_benchmark,
                   "costs of the run, as Google Benchmark's JSON"),
       file_option("--action-benchmark", outputs.action_costs,
                   "costs for github-action-benchmark, customSmallerIsBetter"),
       file_option("--action-benchmark-scores", outputs.action_scores,
                   "metrics for it, customBiggerIsBetter")}};
}

Command gate() {
  const auto asked = std::make_shared<GateArguments>();
  return {
      .name = "gate",
      .purpose = "compare a run with a baseline; exit 1 if anything is worse",
      .groups = {what_to_hold_against_what(*asked), how_to_confirm(*asked), where_to_write(asked->outputs)},
      .asked = as_read(asked)};
}

Command compare() {
  const auto asked = std::make_shared<CompareArguments>();
  Option second = run_argument("second", asked->second, "another; it may be left out with --models");
  second.required = false;
  return {.name = "compare",
          .purpose = "say what is better, worse or not resolved between two runs, or two models",
          .groups = {{"",
                      {run_argument("first", asked->first, "a file that `effk run` wrote"),
                       second,
                       {.names = "--models",
                        .to = &asked->models,
                        .value = "A,B",
                        .help = "compare model A of the first with model B of the second, by their metrics",
                        .otherwise = "all, by name"},
                       compared_problems(asked->problems),
                       redrawn_flag(asked->redrawn),
                       seed_option(asked->seed, "seed of tests and intervals"),
                       flag("--details", asked->details, "print every metric, problem and sample"),
                       flag("--json", asked->json, "print JSON instead of a table")}}},
          .asked = [asked](const Given&) -> Result<Arguments> {
            if (!asked->models.empty() && asked->models.size() != 2)
              return fail(ErrorKind::usage, "--models takes two names", {}, "effk compare RUN --models A,B");
            if (asked->second.empty() && asked->models.empty())
              return fail(ErrorKind::usage, "there is nothing to compare with", {},
                          "effk compare FIRST SECOND, or effk compare RUN --models A,B");
            return *asked;
          }};
}

}  // namespace

std::vector<Command> gate_commands() {
  return {gate(), compare()};
}

}  // namespace effk::cli
