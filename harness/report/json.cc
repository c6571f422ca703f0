#include "harness/report/json.h"

#include <nlohmann/json.hpp>

#include "harness/report/json_text.h"
#include "metrics/definition.h"

namespace effk::report {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kJsonSchema = 1;

std::string fact(const record::RunRecord& run, const std::string& key) {
  const auto found = run.environment.find(key);
  return found == run.environment.end() ? "unknown" : found->second;
}

// "complete" is no metric at k, so it stands beside them.
void put_metrics(Json& owner, const std::vector<score::Metric>& metrics) {
  owner["metrics"] = Json::object();
  for (const score::Metric& one : metrics) {
    const Json value = {{"value", one.value}, {"low", one.low}, {"high", one.high}};
    if (one.name == "complete") {
      owner["complete"] = value;
    } else {
      owner["metrics"][one.name] = value;
    }
  }
}

Json model_json(const score::ModelScores& model) {
  Json json = {{"model", model.model},
               {"language", model.language},
               {"problems", model.problems},
               {"missing", model.missing},
               {"samples", model.samples}};
  put_metrics(json, model.metrics);
  json["not_scored"] = model.not_scored;
  json["smallest_n"] = model.smallest_n;
  json["groups"] = Json::array();
  for (const score::GroupScores& group : model.groups) {
    Json one = {{"kind", group.kind}, {"name", group.name}, {"problems", group.problems}};
    put_metrics(one, group.metrics);
    json["groups"].push_back(std::move(one));
  }
  return json;
}

}  // namespace

std::string json(const record::RunRecord& run, const score::RunScores& scores) {
  Json json = {{"schema", kJsonSchema},
               {"suite", fact(run, "suite")},
               {"instrument", fact(run, "instrument")},
               {"interrupted", !run.complete},
               {"alpha", scores.alpha},
               {"weights", scores.weights.empty() ? Json(nullptr) : Json(scores.weights)},
               {"interval_seed", scores.seed},
               {"problems", scores.problems}};
  json["models"] = Json::array();
  for (const score::ModelScores& model : scores.models) json["models"].push_back(model_json(model));
  for (const metrics::Definition& one : {metrics::kEffAtK, metrics::kPassAtK, metrics::kEfficientAtK,
                                         metrics::kSampleScore, metrics::kInterval}) {
    json["definitions"].push_back({{"id", one.id}, {"summary", one.summary}, {"source", one.source}});
  }
  json["environment"] = Json::object();
  for (const auto& [key, value] : run.environment) json["environment"][key] = value;
  std::vector<std::string> warnings = scores.warnings;
  warnings.insert(warnings.end(), run.warnings.begin(), run.warnings.end());
  json["warnings"] = warnings;
  return json_text(json, 2) + "\n";
}

}  // namespace effk::report
