#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/cli/commands.h"
#include "harness/cli/prompt_text.h"
#include "harness/cli/suite_choice.h"

namespace effk::cli {

Result<int> prompts(const PromptsArguments& arguments) {
  const auto suite = open_suite(arguments.suite);
  if (!suite) return tl::unexpected(suite.error());
  const auto ids = select_problems(*suite, arguments.problems);
  if (!ids) return tl::unexpected(ids.error());
  for (const std::string& id : *ids) {
    const suite::Problem& problem = *suite->find(id);
    for (const suite::Language language : suite::kLanguages) {
      if (!problem.languages.empty() && !problem.offers(language)) continue;
      if (!arguments.language.empty() && arguments.language != suite::to_string(language)) continue;
      const nlohmann::ordered_json line = {{"task_id", fmt::format("{}/{}", id, suite::to_string(language))},
                                           {"language", suite::to_string(language)},
                                           {"kind", suite::to_string(problem.kind)},
                                           {"prompt", prompt_text(problem, language)},
                                           {"entry_point", problem.signature.entry_point}};
      fmt::print("{}\n", line.dump());
    }
  }
  return 0;
}

}  // namespace effk::cli
