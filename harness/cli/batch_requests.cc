#include "harness/cli/batch_requests.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/cli/prompt_text.h"

namespace effk::cli {

std::string batch_requests(const suite::Problem& problem, suite::Language language,
                           const BatchOptions& options) {
  using json = nlohmann::ordered_json;
  const json message = {{"role", "user"}, {"content", chat_text(problem, language)}};
  json body = {{"model", options.model}, {"messages", json::array({message})}};
  if (options.temperature) body["temperature"] = *options.temperature;
  if (options.max_tokens) body["max_completion_tokens"] = *options.max_tokens;
  std::string lines;
  for (int i = 0; i < options.samples; ++i) {
    const json request = {{"custom_id", fmt::format("{}/{}/{}", problem.id, suite::to_string(language), i)},
                          {"method", "POST"},
                          {"url", "/v1/chat/completions"},
                          {"body", body}};
    lines += request.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
  }
  return lines;
}

}  // namespace effk::cli
