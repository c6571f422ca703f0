#include "harness/report/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "harness/report/json_parts.h"
#include "harness/report/json_text.h"
#include "harness/report/page.h"
#include "metrics/definition.h"

namespace effk::report {
namespace {

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
  Json json = head_json(run);
  json["interrupted"] = !run.complete;
  put_scoring(json, scores);
  json["models"] = Json::array();
  for (std::size_t i = 0; i < scores.models.size(); ++i) {
    json["models"].push_back(model_json(scores.models[i]));
    if (!peers.empty()) json["models"].back()["benchmarks"] = benchmarks_json(peers[i]);
  }
  for (const metrics::Definition& one : definitions_of(record::cost_unit(run.environment), peers)) {
    json["definitions"].push_back(definition_json(one));
  }
  json["environment"] = environment_json(run.environment);
  json["warnings"] = all_warnings(run, scores);
  return json_text(json, 2) + "\n";
}

}  // namespace effk::report
