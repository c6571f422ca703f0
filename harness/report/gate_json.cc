#include "harness/report/gate_json.h"

#include <nlohmann/json.hpp>

#include "harness/report/json_text.h"

namespace effk::report {
namespace {

using Json = nlohmann::ordered_json;
using gate::Comparison;

template <typename T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json or_null(const std::optional<Cost>& cost) {
  return cost ? Json(cost->value) : Json(nullptr);
}

Json or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

std::string_view word(gate::Confirmation confirmation) {
  switch (confirmation) {
    case gate::Confirmation::confirmed:
      return "confirmed";
    case gate::Confirmation::vanished:
      return "vanished";
    case gate::Confirmation::none:
      break;
  }
  return "none";
}

Json reasons_json(const Comparison& one, CostUnit unit) {
  Json reasons = Json::array();
  for (const gate::Reason& reason : one.reasons) {
    reasons.push_back({{"kind", kind_word(reason.kind)},
                       {"outcome", to_string(reason.outcome)},
                       {"level", reason.level > 0 ? Json(reason.level) : Json(nullptr)},
                       {"before", or_null(reason.before)},
                       {"after", or_null(reason.after)},
                       {"limit", reason.limit},
                       {"noise", reason.noise},
                       {"words", words_of(reason, unit)}});
  }
  return reasons;
}

Json metric_json(const Comparison& one, CostUnit unit) {
  return {{"model", one.subject.model},
          {"language", one.subject.language},
          {"metric", one.subject.metric},
          {"outcome", to_string(one.outcome)},
          {"judged", one.judged},
          {"fails", one.fails()},
          {"before", or_null(one.before)},
          {"after", or_null(one.after)},
          {"low", one.interval.low},
          {"high", one.interval.high},
          {"p", or_null(one.p_value)},
          {"confirmation", word(one.confirmation)},
          {"allowed", or_null(one.allowed)},
          {"reasons", reasons_json(one, unit)}};
}

Json problem_json(const gate::ProblemComparison& one) {
  return {{"model", one.subject.model},     {"language", one.subject.language},
          {"problem", one.subject.problem}, {"outcome", to_string(one.outcome)},
          {"better", one.better},           {"worse", one.worse},
          {"unresolved", one.unresolved},   {"before", or_null(one.before)},
          {"after", or_null(one.after)}};
}

Json sample_json(const Comparison& one, CostUnit unit) {
  return {{"model", one.subject.model},
          {"problem", one.subject.problem},
          {"language", one.subject.language},
          {"sample", or_null(one.subject.sample)},
          {"outcome", to_string(one.outcome)},
          {"judged", one.judged},
          {"fails", one.fails()},
          {"verdict_before", or_null(one.verdict_before)},
          {"verdict", or_null(one.verdict_after)},
          {"score_before", or_null(one.before)},
          {"score", or_null(one.after)},
          {"cost_before", or_null(one.cost_before)},
          {"cost", or_null(one.cost_after)},
          {"same_code", or_null(one.same_code)},
          {"confirmation", word(one.confirmation)},
          {"allowed", or_null(one.allowed)},
          {"reasons", reasons_json(one, unit)}};
}

}  // namespace

std::string gate_json(const gate::RunComparison& comparison, const Sides& sides) {
  const gate::Counts counts = comparison.counts();
  Json json = {{"schema", 1}};
  if (sides.decides) json["passed"] = comparison.passed();
  json["baseline"] = sides.baseline;
  json["run"] = sides.run;
  json["unit"] = unit_words(comparison.unit);
  json["exact"] = comparison.exact;
  json["redrawn"] = comparison.redrawn;
  json["significance"] = comparison.significance;
  json["counts"] = {{"better", counts.better},
                    {"worse", counts.worse},
                    {"allowed", counts.allowed},
                    {"unresolved", counts.unresolved},
                    {"new", counts.added}};
  json["metrics"] = Json::array();
  for (const Comparison& one : comparison.metrics)
    json["metrics"].push_back(metric_json(one, comparison.unit));
  json["problems"] = Json::array();
  for (const auto& one : comparison.by_problem) json["problems"].push_back(problem_json(one));
  json["samples"] = Json::array();
  for (const Comparison& one : comparison.samples)
    json["samples"].push_back(sample_json(one, comparison.unit));
  json["across"] = comparison.across;
  json["expired"] = comparison.expired;
  json["unused"] = comparison.unused;
  json["notes"] = comparison.notes;
  return json_text(json, 1) + "\n";
}

}  // namespace effk::report
