#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/cli/batch_requests.h"
#include "harness/cli/commands.h"
#include "harness/cli/prompt_text.h"
#include "harness/cli/suite_choice.h"

namespace effk::cli {
namespace {

std::string plain_line(const suite::Problem& problem, suite::Language language) {
  const nlohmann::ordered_json line = {
      {"task_id", fmt::format("{}/{}", problem.id, suite::to_string(language))},
      {"language", suite::to_string(language)},
      {"kind", suite::to_string(problem.kind)},
      {"prompt", prompt_text(problem, language)},
      {"entry_point", problem.signature.entry_point}};
  return line.dump() + "\n";
}

BatchOptions batch_options(const PromptsArguments& arguments) {
  return {arguments.openai_batch, arguments.samples.value_or(1), arguments.temperature, arguments.max_tokens};
}

}  // namespace

Result<int> carry_out(const PromptsArguments& arguments) {
  const auto suite = open_suite(arguments.suite);
  if (!suite) return tl::unexpected(suite.error());
  const auto ids = select_problems(*suite, arguments.problems);
  if (!ids) return tl::unexpected(ids.error());
  for (const std::string& id : *ids) {
    const suite::Problem& problem = *suite->find(id);
    for (const suite::Language language : suite::kLanguages) {
      if (!problem.languages.empty() && !problem.offers(language)) continue;
      if (!arguments.language.empty() && arguments.language != suite::to_string(language)) continue;
      if (arguments.openai_batch.empty()) {
        fmt::print("{}", plain_line(problem, language));
      } else {
        fmt::print("{}", batch_requests(problem, language, batch_options(arguments)));
      }
    }
  }
  return 0;
}

}  // namespace effk::cli
