#include "harness/report/samples_json.h"

#include <nlohmann/json.hpp>

#include "harness/report/json_text.h"

namespace effk::report {
namespace {

using Json = nlohmann::ordered_json;

Json sample_json(const record::SampleRecord& sample, const score::SampleScore& score, CostUnit unit) {
  Json json = {{"model", sample.model},
               {"problem", sample.problem},
               {"sample", sample.sample},
               {"language", sample.language},
               {"verdict", record::to_string(score.verdict)},
               {"passed", score.passed},
               {"score", score.score}};
  json["levels"] = Json::array();
  json["costs"] = Json::array();
  for (const score::LevelScore& level : score.levels) {
    json["levels"].push_back(level.score ? Json(*level.score) : Json(nullptr));
    Json costs = Json::array();
    for (const auto& cost : level.case_costs) costs.push_back(cost ? Json(cost->value) : Json(nullptr));
    json["costs"].push_back(std::move(costs));
  }
  // Lines of counts stay as they are; nobody may take times for counts.
  if (unit == CostUnit::cpu_time_nanoseconds) {
    json["cost"] = to_string(unit);
    json["unit"] = "ns";
  }
  return json;
}

}  // namespace

std::string samples_json(const record::RunRecord& run, const score::RunScores& scores) {
  const CostUnit unit = record::cost_unit(run.environment);
  std::string text;
  for (const score::ScoredSample& one : scores.samples) {
    text += json_text(sample_json(run.samples[one.index], one.score, unit)) + "\n";
  }
  return text;
}

}  // namespace effk::report
