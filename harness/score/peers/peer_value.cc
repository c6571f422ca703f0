#include "harness/score/peers/peer_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <stdexcept>

#include "metrics/counted_mean.h"

namespace effk::score {
namespace {

constexpr std::size_t kMostNamed = 5;  // problems in one note
constexpr double kWideAlpha = 100;     // what to try where nothing says how dear samples are

// Puts `k` in the place of the word k: "Best@k of the first k" -> "Best@5 of the first 5".
std::string with_k(std::string_view name, int k) {
  const auto is_letter = [&](std::size_t i) {
    return i < name.size() && std::isalnum(static_cast<unsigned char>(name[i])) != 0;
  };
  std::string result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool is_word = name[i] == 'k' && (i == 0 || !is_letter(i - 1)) && !is_letter(i + 1);
    result += is_word && k > 0 ? fmt::to_string(k) : std::string(1, name[i]);
  }
  return result;
}

}  // namespace

PeerValue named_value(std::string_view family, std::string_view name, int k) {
  const auto& all = metrics::kPeerMetrics;
  const auto* const found = std::find_if(all.begin(), all.end(), [&](const metrics::PeerMetric& one) {
    return one.family == family && one.name == name;
  });
  if (found == all.end()) throw std::logic_error(fmt::format("no peer metric {} of {}", name, family));
  PeerValue value;
  value.metric = &*found;
  value.name = with_k(name, k);
  return value;
}

PeerValue lacking(PeerValue value, const std::string& because) {
  value.lacks = fmt::format("needs {}{}{}", metrics::what_is_needed(value.metric->need),
                            because.empty() ? "" : "; ", because);
  return value;
}

void ProblemMean::add(double value, std::size_t samples) {
  values_.push_back(value);
  samples_ += samples;
}

void ProblemMean::add_missing() {
  if (value_.metric->missing) values_.push_back(*value_.metric->missing);
}

PeerValue ProblemMean::mean(std::uint64_t seed) const {
  PeerValue value = value_;
  value.problems = values_.size();
  value.samples = samples_;
  value.value =
      metrics::counted_mean(std::vector<std::optional<double>>(values_.begin(), values_.end())).mean;
  if (!value.value) value.lacks = "no problem has a right sample";
  if (values_.size() > 1) value.interval = metrics::bootstrap_interval(values_, {.seed = seed});
  return value;
}

void ProblemRatios::add(double reference, const std::vector<metrics::JudgedCost>& samples) {
  const metrics::JudgedCost mean = mean_of_right(samples);
  compared_.push_back({.reference = reference, .sample = mean});
  if (!mean.cost) return;
  references_.push_back(reference);
  samples_.push_back(*mean.cost);
  counted_ += static_cast<std::size_t>(
      std::count_if(samples.begin(), samples.end(), [](const auto& one) { return one.right && one.cost; }));
}

PeerValue ProblemRatios::mean_of_ratios(PeerValue value, std::uint64_t seed) const {
  value = ratio(std::move(value), {}, {}, metrics::cost_ratios(compared_).mean_of_ratios, seed);
  std::vector<double> ratios;
  for (std::size_t i = 0; i < samples_.size(); ++i) ratios.push_back(samples_[i] / references_[i]);
  if (ratios.size() > 1) value.interval = metrics::bootstrap_interval(ratios, {.seed = seed});
  return value;
}

PeerValue ProblemRatios::ratio_of_sums(PeerValue value, std::uint64_t seed) const {
  return ratio(std::move(value), samples_, references_, metrics::cost_ratios(compared_).ratio_of_sums, seed);
}

PeerValue ProblemRatios::speedup(PeerValue value, std::uint64_t seed) const {
  return ratio(std::move(value), references_, samples_, metrics::speedup(compared_), seed);
}

PeerValue ProblemRatios::ratio(PeerValue value, const std::vector<double>& above,
                               const std::vector<double>& below, std::optional<double> result,
                               std::uint64_t seed) const {
  value.value = result;
  value.problems = references_.size();
  value.samples = counted_;
  if (!result) value.lacks = "no problem has a right sample of known cost";
  if (above.size() > 1) value.interval = metrics::bootstrap_ratio_interval(above, below, {.seed = seed});
  return value;
}

void note_problems(std::vector<std::string>& notes, const std::string& words,
                   const std::vector<PeerProblem>& problems,
                   const std::function<std::string(const PeerProblem&)>& why) {
  std::vector<std::string> named;
  for (const PeerProblem& problem : problems) {
    const std::string reason = why(problem);
    if (!reason.empty()) named.push_back(fmt::format("{} ({})", problem.problem, reason));
  }
  if (named.empty()) return;
  const std::size_t more = named.size() - std::min(named.size(), kMostNamed);
  named.resize(std::min(named.size(), kMostNamed));
  notes.push_back(fmt::format("{}: {}{}", words, fmt::join(named, ", "),
                              more > 0 ? fmt::format(" and {} more", more) : ""));
}

std::string common_reason(const std::vector<PeerProblem>& problems, std::string PeerProblem::*why) {
  std::string reason;
  for (const PeerProblem& problem : problems) {
    if (problem.*why == reason || (problem.*why).empty()) continue;
    if (!reason.empty()) return fmt::format("{}: {}", problems.front().problem, problems.front().*why);
    reason = problem.*why;
  }
  return reason;
}

void note_unknown_costs(std::vector<std::string>& notes, const PeerInput& input, const std::string& become,
                        const std::function<std::optional<double>(const PeerProblem&)>& over_reference) {
  std::size_t unknown = 0;
  double alpha = 0;
  for (const PeerProblem& problem : input.problems) {
    const std::size_t here = problem.right_of_unknown_cost();
    const std::optional<double> bound = over_reference(problem);
    // Within the budget: whoever ran over it has a case that is dearer than any that would still count.
    if (here == 0 || !bound || (*bound > 0 && *bound <= input.alpha)) continue;
    unknown += here;
    alpha = std::max(alpha, *bound > 0 ? std::ceil(*bound) : std::max(kWideAlpha, 10 * input.alpha));
  }
  if (unknown == 0) return;
  notes.push_back(
      fmt::format("{} right {} over budget (alpha {}), {}; effk run --alpha {} would tell the cost", unknown,
                  unknown == 1 ? "sample" : "samples", input.alpha, become, alpha));
}

void note_ladders(std::vector<std::string>& notes, const PeerInput& input, const std::string& become) {
  note_problems(notes, "without a ladder, left out", input.problems, [](const PeerProblem& problem) {
    return problem.ladder.empty() && !problem.ladder_waits ? problem.ladder_lacks : "";
  });
  note_problems(notes, "not on the ladder", input.problems, [](const PeerProblem& problem) {
    return problem.ladder.empty() ? "" : problem.ladder_lacks;
  });
  note_unknown_costs(notes, input, become, [](const PeerProblem& problem) {
    return problem.ladder.empty() ? std::nullopt : std::optional<double>(problem.ladder_over_reference);
  });
}

}  // namespace effk::score
