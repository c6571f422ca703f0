#include "harness/report/benchmark_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "harness/report/explain.h"
#include "harness/report/json_text.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

using Json = nlohmann::ordered_json;

// What its readers expect of a context; what effk does not know of the machine stays out.
Json context_of(const record::RunRecord& run) {
  Json context = {{"executable", "effk"}, {"library_build_type", "release"}, {"json_schema_version", 1}};
  for (const auto& [key, value] : run.environment) context["effk." + key] = value;
  return context;
}

// The instructions, or nanoseconds, that all cases above level 0 scattered by.
std::uint64_t spread_of(const record::SampleRecord& sample) {
  std::uint64_t spread = 0;
  for (const record::CaseRecord& one : sample.cases) {
    if (one.level > 0) spread += one.spread.value;
  }
  return spread;
}

// The sum over all cases, unless one of them lacks it.
void put_event(Json& row, const record::SampleRecord& sample, const std::string& event) {
  std::uint64_t sum = 0;
  for (const record::CaseRecord& one : sample.cases) {
    const auto found = one.use.events.find(event);
    if (found == one.use.events.end()) return;
    sum += found->second;
  }
  row[event] = sum;
}

Json row_of(const record::SampleRecord& sample, const score::SampleScore& score, CostUnit unit,
            const std::vector<std::string>& events, std::size_t index) {
  const std::string name = printable(sample_name(sample));
  const std::uint64_t cost = score.stress_cost->value;
  Json row = {{"name", name},
              {"family_index", index},
              {"per_family_instance_index", 0},
              {"run_name", name},
              {"run_type", "iteration"},
              {"repetitions", 1},
              {"repetition_index", 0},
              {"threads", 1},
              {"iterations", 1},
              {"real_time", cost},
              {"cpu_time", cost},
              {"time_unit", "ns"}};
  std::int64_t wall_us = 0, cpu_us = 0;
  for (const record::CaseRecord& one : sample.cases) {
    wall_us += one.use.wall_us;
    cpu_us += one.use.user_us + one.use.system_us;
  }
  if (unit == CostUnit::instructions) row["instructions"] = cost;
  row["score"] = score.score;
  row["wall_us"] = wall_us;
  row["cpu_us"] = cpu_us;
  for (const std::string& event : events) put_event(row, sample, event);
  return row;
}

}  // namespace

std::string google_benchmark(const record::RunRecord& run, const score::RunScores& scores) {
  const CostUnit unit = record::cost_unit(run.environment);
  const std::vector<std::string> events = record::event_names(run.environment);
  Json rows = Json::array();
  for (const score::ScoredSample& one : scores.samples) {
    if (one.score.stress_cost)
      rows.push_back(row_of(run.samples[one.index], one.score, unit, events, rows.size()));
  }
  Json json;
  json["context"] = context_of(run);
  json["benchmarks"] = std::move(rows);
  return json_text(json, 1) + "\n";
}

std::string action_benchmark_costs(const record::RunRecord& run, const score::RunScores& scores) {
  const CostUnit unit = record::cost_unit(run.environment);
  Json rows = Json::array();
  for (const score::ScoredSample& one : scores.samples) {
    if (!one.score.stress_cost) continue;
    const record::SampleRecord& sample = run.samples[one.index];
    Json row = {{"name", printable(sample_name(sample))},
                {"unit", unit == CostUnit::instructions ? "instructions" : "ns"},
                {"value", one.score.stress_cost->value}};
    if (const std::uint64_t spread = spread_of(sample); spread > 0)
      row["range"] = fmt::format("± {}", spread);
    row["extra"] = fmt::format("score {:.4f}", one.score.score);
    rows.push_back(std::move(row));
  }
  return json_text(rows, 1) + "\n";
}

std::string action_benchmark_scores(const score::RunScores& scores) {
  Json rows = Json::array();
  for (const score::ModelScores& model : scores.models) {
    for (const score::Metric& one : model.metrics) {
      rows.push_back(
          {{"name", printable(fmt::format("{} of {} ({})", one.name, model.model, model.language))},
           {"unit", "score"},
           {"value", one.value},
           {"range", fmt::format("± {:.4f}", (one.high - one.low) / 2)},
           {"extra", fmt::format("{} problems, {} samples", model.problems, model.samples)}});
    }
  }
  return json_text(rows, 1) + "\n";
}

}  // namespace effk::report
