#include "harness/report/json_parts.h"

namespace effk::report {
namespace {

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

}  // namespace

Json head_json(const record::RunRecord& run) {
  const CostUnit unit = record::cost_unit(run.environment);
  return {{"schema", kJsonSchema},
          {"suite", fact(run, "suite")},
          {"instrument", fact(run, "instrument")},
          {"cost", to_string(unit)},
          {"unit", unit == CostUnit::instructions ? "instructions" : "ns"}};
}

void put_scoring(Json& owner, const score::RunScores& scores) {
  owner["alpha"] = scores.alpha;
  owner["weights"] = scores.weights.empty() ? Json(nullptr) : Json(scores.weights);
  owner["interval_seed"] = scores.seed;
  owner["problems"] = scores.problems;
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

Json definition_json(const metrics::Definition& definition) {
  Json json = {{"id", definition.id}, {"summary", definition.summary}, {"source", definition.source}};
  if (!definition.failures.empty()) json["failures"] = definition.failures;
  return json;
}

Json environment_json(const record::Environment& environment) {
  Json json = Json::object();
  for (const auto& [key, value] : environment) json[key] = value;
  return json;
}

}  // namespace effk::report
