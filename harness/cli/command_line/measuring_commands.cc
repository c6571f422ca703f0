#include <fmt/format.h>

#include <memory>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/option_checks.h"
#include "harness/cli/command_line/shared_options.h"
#include "harness/counters/side_events.h"
#include "harness/submissions/intake.h"

namespace effk::cli {
namespace {

Group what_to_read(RunArguments& asked) {
  std::vector<std::string> formats;
  for (const submissions::FormatName& known : submissions::format_names()) formats.emplace_back(known.name);
  return {"",
          {{.names = "submissions",
            .to = &asked.submissions,
            .help = "folders MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or files: effk help formats",
            .required = true,
            .offer = Offer::files},
           {.names = "--format",
            .to = &asked.format,
            .value = "NAME",
            .help = "read submissions as this format of effk help formats",
            .otherwise = "by content",
            .choices = formats},
           language_option(asked.language, "language of samples that do not say: cpp or python", "none"),
           suite_option(asked.suite),
           problems_option(asked.problems),
           {.names = "-o,--output",
            .to = &asked.output,
            .value = "FILE",
            .help = "the run: one file that must not exist yet, but with --resume",
            .required = true,
            .offer = Offer::files},
           flag("--resume", asked.resume, "go on with a run that was interrupted, or begin it"),
           {.names = "--reuse",
            .to = &asked.reuse,
            .value = "RUN",
            .help = "take over from other runs what has not changed (icount, valgrind)",
            .otherwise = "none",
            .offer = Offer::files}}};
}

Group how_to_measure(RunArguments& asked) {
  return {
      "measuring",
      {instrument_option(asked.instrument),
       jobs_option(asked.jobs),
       seed_option(asked.seed, "seed of the stress cases; same seed, same bytes"),
       {.names = "--cost",
        .to = &asked.cost,
        .value = "NAME",
        .help = "score instructions or time (CPU time; --jobs is 1)",
        .otherwise = "instructions",
        .choices = {"instructions", "time"}},
       {.names = "--repetitions",
        .to = &asked.repetitions,
        .value = "N",
        .help = "measure each case above level 0 so often, with --cost time",
        .otherwise = "6",
        .check = whole_number_from(1, 1000)},
       {.names = "--events",
        .to = &asked.events,
        .value = "NAMES",
        .help = fmt::format("count these beside the cost, by libpfm4's names, {} at most (perf, --cost time)",
                            counters::kMostSideEvents),
        .otherwise = "none"},
       alpha_option(&asked.alpha, "budget of a sample, as a multiple of the reference's cost", "2")}};
}

Group how_to_score(RunArguments& asked) {
  return {"scores",
          {k_option(asked.k),
           metrics_option(asked.metrics, "; these measure rivals as well"),
           {.names = "--rival-alpha",
            .to = &asked.rival_alpha,
            .value = "X",
            .help = "budget of the rivals, as a multiple of the reference's cost",
            .otherwise = "100",
            .check = number_from(1.01, 100'000)},
           flag("--json", asked.json, "print the scores as JSON instead of a table")}};
}

// What the parser cannot know of one option alone. Samples that are timed side by side slow each other down,
// so by default there is one at a time.
Result<Arguments> settle_cost(RunArguments asked, const Given& given) {
  if (asked.cost != "time") {
    if (!given("--repetitions")) return asked;
    return fail(ErrorKind::usage, "--repetitions goes with --cost time only",
                "an instrument repeats as often as its counts need", "effk run --help");
  }
  if (given("--instrument")) {
    return fail(ErrorKind::usage,
                fmt::format("--instrument {} does not go with --cost time", asked.instrument),
                "instruments count instructions, and CPU time is read from the kernel's clock; a run has one "
                "of the two",
                "leave out --cost time to count, or --instrument to time");
  }
  if (!given("--jobs")) asked.jobs = 1;
  return asked;
}

Command run() {
  const auto asked = std::make_shared<RunArguments>();
  return {.name = "run",
          .purpose = "build and run submissions, and store what each sample cost",
          .groups = {what_to_read(*asked), how_to_measure(*asked), how_to_score(*asked)},
          .examples = {"effk run models/* -o my.effk",
                       "effk run answers.jsonl --problems inversions --alpha 3 --k 1 -o my.effk"},
          .asked = [asked](const Given& given) { return settle_cost(*asked, given); }};
}

Command count() {
  const auto asked = std::make_shared<CountArguments>();
  return {.name = "count",
          .purpose = "count the instructions of a whole program, any program",
          .groups = {{"",
                      {instrument_option(asked->instrument),
                       {.names = "--output",
                        .to = &asked->output,
                        .value = "FILE",
                        .help = "write the count there",
                        .otherwise = "standard error",
                        .offer = Offer::files},
                       {.names = "--rep",
                        .to = &asked->rep,
                        .value = "RULE",
                        .help = "a repeated string instruction counts once, or each of its iterations",
                        .otherwise = "iterations where the instrument can",
                        .choices = {"once", "iterations"}},
                       flag("--json", asked->json, "print the count as one JSON object")}}},
          .notes =
              "The program has effk's own streams, environment and rights: it is not confined. Its\n"
              "status becomes effk's (128 + the signal that ended it); when effk itself fails (2, 3, 4,\n"
              "70) there is no count. Processes that it starts count up to the moment when it ends.\n"
              "\n"
              "perf counts a repeated string instruction once, valgrind each iteration, icount either.\n"
              "icount refuses threads and programs that start others; it has more options of its own:\n"
              "icount --help.",
          .examples = {"effk count -- ./sort numbers.txt",
                       "effk count --json --output count.json -- python3 x.py"},
          .words_after_dashes = &asked->command,
          .asked = [asked](const Given&) -> Result<Arguments> {
            if (asked->command.empty())
              return fail(ErrorKind::usage, "no program is named", {}, "effk count -- PROGRAM ARGUMENTS");
            return *asked;
          }};
}

Command doctor() {
  const auto asked = std::make_shared<DoctorArguments>();
  return {
      .name = "doctor",
      .purpose = "say whether this machine can count, and what to change if not",
      .groups = {{"", {flag("--json", asked->json, "print the checks as JSON")}}},
      .notes =
          "A line a check: PASS, CAUTION (something else does it) or FAIL (exit status 4), what was found,\n"
          "and what to change.",
      .examples = {"effk doctor"},
      .asked = as_read(asked)};
}

}  // namespace

std::vector<Command> measuring_commands() {
  return {run(), count(), doctor()};
}

}  // namespace effk::cli
