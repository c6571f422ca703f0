#include "harness/report/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

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

Json number(const std::optional<double>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json benchmarks_json(const score::ModelPeers& model) {
  Json all = Json::array();
  for (const score::PeerFamily& family : model.families) {
    Json one = {{"name", family.name}, {"notes", family.notes}, {"values", Json::array()}};
    for (const score::PeerValue& value : family.values) {
      const auto& interval = value.interval;
      one["values"].push_back(
          {{"metric", value.name},
           {"value", number(value.value)},
           {"low", interval ? Json(interval->low) : Json(nullptr)},
           {"high", interval ? Json(interval->high) : Json(nullptr)},
           {"unit", value.metric->unit},
           {"better", value.metric->better == metrics::Better::kHigher ? "higher" : "lower"},
           {"problems", value.problems},
           {"samples", value.samples},
           {"definition", value.metric->definition.id},
           {"not_available", value.value ? Json(nullptr) : Json(value.lacks)}});
    }
    all.push_back(std::move(one));
  }
  return all;
}

// Those of every report, then those of the peers' values, each once.
std::vector<metrics::Definition> definitions_of(CostUnit unit, const std::vector<score::ModelPeers>& peers) {
  std::vector<metrics::Definition> all{metrics::kEffAtK, metrics::kPassAtK, metrics::kEfficientAtK,
                                       metrics::kSampleScore, metrics::kInterval};
  if (unit == CostUnit::cpu_time_nanoseconds) all.push_back(metrics::kHodgesLehmann);
  if (!peers.empty()) all.push_back(metrics::kRatioInterval);
  for (const score::ModelPeers& model : peers) {
    for (const score::PeerFamily& family : model.families) {
      for (const score::PeerValue& value : family.values) {
        const metrics::Definition& one = value.metric->definition;
        const auto known = [&](const metrics::Definition& other) { return other.id == one.id; };
        if (std::none_of(all.begin(), all.end(), known)) all.push_back(one);
      }
    }
  }
  return all;
}

}  // namespace

std::string json(const record::RunRecord& run, const score::RunScores& scores,
                 const std::vector<score::ModelPeers>& peers) {
  const CostUnit unit = record::cost_unit(run.environment);
  Json json = {{"schema", kJsonSchema},
               {"suite", fact(run, "suite")},
               {"instrument", fact(run, "instrument")},
               {"cost", to_string(unit)},
               {"unit", unit == CostUnit::instructions ? "instructions" : "ns"},
               {"interrupted", !run.complete},
               {"alpha", scores.alpha},
               {"weights", scores.weights.empty() ? Json(nullptr) : Json(scores.weights)},
               {"interval_seed", scores.seed},
               {"problems", scores.problems}};
  json["models"] = Json::array();
  for (std::size_t i = 0; i < scores.models.size(); ++i) {
    json["models"].push_back(model_json(scores.models[i]));
    if (!peers.empty()) json["models"].back()["benchmarks"] = benchmarks_json(peers[i]);
  }
  for (const metrics::Definition& one : definitions_of(unit, peers)) {
    json["definitions"].push_back({{"id", one.id}, {"summary", one.summary}, {"source", one.source}});
    if (!one.failures.empty()) json["definitions"].back()["failures"] = one.failures;
  }
  json["environment"] = Json::object();
  for (const auto& [key, value] : run.environment) json["environment"][key] = value;
  std::vector<std::string> warnings = scores.warnings;
  warnings.insert(warnings.end(), run.warnings.begin(), run.warnings.end());
  json["warnings"] = warnings;
  return json_text(json, 2) + "\n";
}

}  // namespace effk::report
