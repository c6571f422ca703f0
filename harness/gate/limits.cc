#include "harness/gate/limits.h"

#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <limits>

#include "harness/base/nearest_word.h"
#include "harness/suite/json_reader.h"

namespace effk::gate {
namespace {

using suite::Node;

constexpr double kAnyCost = 1e18;
constexpr double kAnyShare = 1e6;
constexpr double kAnyScore = 1e6;  // scores are not capped at 1

// Nothing if neither of its members is there.
std::optional<Tolerance> read_tolerance(const Node& node) {
  const Node relative = node.maybe("relative");
  const Node absolute = node.maybe("absolute");
  if (!relative.exists() && !absolute.exists()) return std::nullopt;
  Tolerance tolerance;
  if (relative.exists()) tolerance.relative = relative.number(0, kAnyShare);
  if (absolute.exists()) tolerance.absolute = absolute.number(0, kAnyCost);
  return tolerance;
}

// A place of the file's top level, where no problem is named.
void read_general_tolerance(const Node& cost, Tolerance& tolerance) {
  cost.only({"relative", "absolute"});
  tolerance = read_tolerance(cost).value_or(tolerance);
}

std::optional<double> read_number(const Node& node, double high) {
  return node.exists() ? std::optional(node.number(0, high)) : std::nullopt;
}

// "eff@1", "efficient@10", "complete"
bool is_metric(const std::string& name) {
  if (name == "complete") return true;
  for (const std::string_view kind : {"eff@", "pass@", "efficient@"}) {
    if (!name.starts_with(kind)) continue;
    const std::string k = name.substr(kind.size());
    return !k.empty() && k.size() < 10 && k[0] != '0' &&
           std::all_of(k.begin(), k.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  return false;
}

MetricLimit read_metric(const std::string& name, const Node& node) {
  MetricLimit limit;
  if (!is_metric(name)) {
    node.blame("is not a known metric",
               suggestion(name, {"eff@1", "eff@5", "eff@10", "pass@1", "pass@5", "pass@10", "efficient@1",
                                 "efficient@5", "efficient@10", "complete"}) +
                   "metrics are eff@K, pass@K, efficient@K and complete");
  }
  node.only({"judged", "drop", "at_least", "by"});
  if (const Node judged = node.maybe("judged"); judged.exists()) limit.judged = judged.truth();
  if (const Node drop = node.maybe("drop"); drop.exists()) limit.drop = drop.number(0, kAnyScore);
  limit.at_least = read_number(node.maybe("at_least"), kAnyScore);
  if (const Node by = node.maybe("by"); by.exists()) {
    const std::string word = by.text();
    if (word != "test" && word != "difference")
      by.blame("must be test or difference", suggestion(word, {"test", "difference"}) + "found " + word);
    if (word == "difference") limit.by = DecideBy::difference;
  }
  return limit;
}

void read_name(const Node& node, const char* key, std::string& pattern) {
  if (const Node name = node.maybe(key); name.exists()) {
    pattern = name.text();
    if (pattern.empty()) name.blame("must not be empty", "* stands for every name");
  }
}

ProblemLimit read_problem(const Node& node) {
  ProblemLimit limit;
  node.only({"problem", "model", "language", "cost", "score", "verdict"});
  read_name(node, "model", limit.pattern.model);
  read_name(node, "language", limit.pattern.language);
  node.at("problem");
  read_name(node, "problem", limit.pattern.problem);
  if (const Node cost = node.maybe("cost"); cost.exists()) {
    cost.only({"relative", "absolute", "at_most"});
    limit.cost = read_tolerance(cost);
    limit.cost_at_most = read_number(cost.maybe("at_most"), kAnyCost);
  }
  if (const Node score = node.maybe("score"); score.exists()) {
    score.only({"drop", "at_least"});
    limit.score_drop = read_number(score.maybe("drop"), kAnyScore);
    limit.score_at_least = read_number(score.maybe("at_least"), kAnyScore);
  }
  if (const Node verdict = node.maybe("verdict"); verdict.exists()) {
    const std::string word = verdict.text();
    if (word != "no_worse" && word != "ignore")
      verdict.blame("must be no_worse or ignore", suggestion(word, {"no_worse", "ignore"}) + "found " + word);
    limit.judge_verdict = word == "no_worse";
  }
  return limit;
}

Allowance read_allowance(const Node& node) {
  Allowance allowance;
  node.only({"model", "language", "problem", "sample", "metric", "reason", "expires"});
  read_name(node, "model", allowance.pattern.model);
  read_name(node, "language", allowance.pattern.language);
  read_name(node, "problem", allowance.pattern.problem);
  read_name(node, "sample", allowance.pattern.sample);
  const bool by_sample = node.maybe("problem").exists() || node.maybe("sample").exists();
  if (node.maybe("metric").exists()) {
    read_name(node, "metric", allowance.metric.emplace());
    if (by_sample) node.blame("names a metric beside a problem or sample", "an entry allows one of the two");
  } else if (!by_sample && !node.maybe("model").exists() && !node.maybe("language").exists()) {
    node.blame("must say what it allows", "one of model, language, problem, sample, metric is needed");
  }
  const Node reason = node.at("reason");
  allowance.reason = reason.text();
  if (reason.exists() && allowance.reason.empty())
    reason.blame("must not be empty", "say why it may be worse");
  const Node expires = node.at("expires");
  const std::string day = expires.text();
  if (const auto date = parse_date(day)) {
    allowance.expires = *date;
  } else if (expires.exists()) {
    expires.blame("must be a day as YYYY-MM-DD", "found " + day);
  }
  return allowance;
}

}  // namespace

bool fits(const std::string& pattern, const std::string& name) {
  return ::fnmatch(pattern.c_str(), name.c_str(), 0) == 0;
}

std::string Allowance::words() const {
  std::vector<std::string> parts;
  const auto add = [&](const char* what, const std::string& value) {
    if (value != "*") parts.push_back(fmt::format("{} {}", what, value));
  };
  add("model", pattern.model);
  add("problem", pattern.problem);
  add("language", pattern.language);
  add("sample", pattern.sample);
  if (metric) add("metric", *metric);
  return parts.empty() ? "every sample" : fmt::format("{}", fmt::join(parts, ", "));
}

MetricLimit default_metric_limit(std::string_view metric) {
  MetricLimit limit;
  limit.judged = metric == "eff@1" || metric == "pass@1" || metric == "complete";
  return limit;
}

Result<Limits> read_limits(const std::string& name, std::string_view text) {
  auto document = suite::Document::parse(name, text);
  if (!document) return tl::unexpected(document.error());
  const Node root = (*document)->root();
  Limits limits;
  root.only({"schema", "significance", "redrawn", "cost", "noisy", "across", "metrics", "problems", "allow"});
  root.at("schema").integer(1, 1);
  if (const Node significance = root.maybe("significance"); significance.exists())
    limits.significance = significance.number(1e-9, 0.5);
  if (const Node redrawn = root.maybe("redrawn"); redrawn.exists()) limits.redrawn = redrawn.truth();
  read_general_tolerance(root.maybe("cost"), limits.cost);
  for (const auto& [key, tolerance] :
       {std::pair{"noisy", &limits.noisy_cost}, {"across", &limits.across_cost}}) {
    const Node node = root.maybe(key);
    node.only({"cost"});
    read_general_tolerance(node.maybe("cost"), *tolerance);
  }
  for (const auto& [metric, node] : root.maybe("metrics").members())
    limits.metrics[metric] = read_metric(metric, node);
  for (const Node& node : root.maybe("problems").items()) limits.problems.push_back(read_problem(node));
  for (const Node& node : root.maybe("allow").items()) limits.allow.push_back(read_allowance(node));
  if ((*document)->fault()) {
    Error error = *(*document)->fault();
    error.next = "docs/gate.md has the format";
    return tl::unexpected(error);
  }
  return limits;
}

}  // namespace effk::gate
