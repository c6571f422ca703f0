#include <fmt/format.h>

#include <memory>

#include "harness/cli/command_line/command_groups.h"
#include "harness/cli/command_line/option_checks.h"
#include "harness/cli/command_line/shared_options.h"
#include "harness/importers/kinds.h"

namespace effk::cli {
namespace {

Command list() {
  const auto asked = std::make_shared<ListArguments>();
  return {.name = "list",
          .purpose = "show the problems",
          .groups = {{"",
                      {suite_option(asked->suite), problems_option(asked->problems),
                       flag("--json", asked->json, "print JSON")}}},
          .asked = as_read(asked)};
}

Command show() {
  const auto asked = std::make_shared<ShowArguments>();
  return {.name = "show",
          .purpose = "show one problem: statement, signature, levels",
          .groups = {{"",
                      {{.names = "problem",
                        .to = &asked->problem,
                        .help = "its id",
                        .required = true,
                        .offer = Offer::problems},
                       suite_option(asked->suite),
                       flag("--json", asked->json, "print JSON")}}},
          .asked = as_read(asked)};
}

Option some_problems(std::vector<std::string>& problems) {
  return {.names = "problem",
          .to = &problems,
          .help = "ids",
          .otherwise = "those that the suite selects",
          .offer = Offer::problems};
}

Group openai_batch(PromptsArguments& asked) {
  const char* const batch = "--openai-batch";
  return {"requests of an OpenAI batch instead",
          {{.names = batch,
            .to = &asked.openai_batch,
            .value = "MODEL",
            .help = "print the requests to this model; its output file is what effk run reads",
            .otherwise = "plain prompts",
            .check = [](const std::string& text) { return text.empty() ? "must name a model" : ""; }},
           {.names = "-n",
            .to = &asked.samples,
            .value = "N",
            .help = "ask for N samples of each, a request each",
            .otherwise = "1",
            .check = whole_number_from(1, 10'000),
            .needs = batch},
           {.names = "--temperature",
            .to = &asked.temperature,
            .value = "X",
            .help = "sample at this temperature, 0 to 2",
            .otherwise = "not said, the model's own",
            .check = number_from(0, 2),
            .needs = batch},
           {.names = "--max-tokens",
            .to = &asked.max_tokens,
            .value = "N",
            .help = "at most N tokens an answer",
            .otherwise = "not said",
            .check = whole_number_from(1, 10'000'000),
            .needs = batch}}};
}

Command prompts() {
  const auto asked = std::make_shared<PromptsArguments>();
  return {.name = "prompts",
          .purpose = "print JSON lines that one can feed to a model",
          .groups = {{"",
                      {some_problems(asked->problems), suite_option(asked->suite),
                       language_option(asked->language, "only this language: cpp or python", "both")}},
                     openai_batch(*asked)},
          .notes =
              "The custom_id of a request is PROBLEM/LANGUAGE/NUMBER. Send the file to a hosted endpoint's\n"
              "batch interface (OpenAI's takes 50,000 requests a file), or run vLLM on it.",
          .examples = {"effk prompts --openai-batch MODEL -n 5 >batch.jsonl",
                       "vllm run-batch -i batch.jsonl -o answers.jsonl --model MODEL",
                       "effk run answers.jsonl -o my.effk"},
          .asked = as_read(asked)};
}

Command verify() {
  const auto asked = std::make_shared<VerifyArguments>();
  return {.name = "verify",
          .purpose = "prove that a problem's cases, references and rivals keep their promises",
          .groups = {{"",
                      {some_problems(asked->problems), suite_option(asked->suite),
                       language_option(asked->language, "only this language: cpp or python", "both"),
                       instrument_option(asked->instrument), jobs_option(asked->jobs),
                       seed_option(asked->seed, "seed of the stress cases; same seed, same bytes"),
                       flag("--json", asked->json, "print every promise as a JSON line")}}},
          .asked = as_read(asked)};
}

Command import() {
  const auto asked = std::make_shared<ImportArguments>();
  std::vector<std::string> names;
  std::string wanted = "whose files they are:";
  for (const importers::Kind& kind : importers::kinds()) {
    names.emplace_back(kind.name);
    wanted += fmt::format("\n{}: {}", kind.name, kind.wants);
  }
  return {
      .name = "import",
      .purpose = "turn another benchmark's problem files into a suite",
      .groups = {{"",
                  {{.names = "kind", .to = &asked->kind, .help = wanted, .required = true, .choices = names},
                   {.names = "files",
                    .to = &asked->files,
                    .help = "the files",
                    .required = true,
                    .offer = Offer::files},
                   {.names = "-o,--output",
                    .to = &asked->output,
                    .value = "DIR",
                    .help = "folder of the new suite; it must be empty or not exist yet",
                    .required = true,
                    .offer = Offer::files},
                   flag("--untried", asked->untried,
                        "do not run the references to find what cannot be measured (coffe)"),
                   instrument_option(asked->instrument),
                   jobs_option(asked->jobs)}}},
      .asked = as_read(asked)};
}

}  // namespace

std::vector<Command> suite_commands() {
  return {list(), show(), prompts(), verify(), import()};
}

}  // namespace effk::cli
