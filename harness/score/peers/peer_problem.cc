#include "harness/score/peers/peer_problem.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "metrics/counted_mean.h"

namespace effk::score {
namespace {

using metrics::JudgedCost;

// A cost of 0 is a sample that hid its work, or memory too little to be seen. The formulas divide by costs:
// what a sample does may not stop the report.
double at_least_one(double cost) {
  return std::max(cost, 1.0);
}

bool passes_level_0(const record::SampleRecord& sample, const SampleScore& score) {
  if (score.verdict == record::Verdict::accepted) return true;
  return score.cases > 0 && sample.cases[score.cases - 1].level > 0;
}

std::optional<double> peak_memory(const std::vector<record::CaseRecord>& cases) {
  std::uint64_t peak = 0;
  for (const record::CaseRecord& one : cases) {
    if (one.level > 0) peak = std::max(peak, one.use.peak_memory_bytes);
  }
  return at_least_one(static_cast<double>(peak));
}

void add_samples(PeerProblem& problem, const record::RunRecord& run, const RunScores& scores,
                 const ProblemScores& samples) {
  for (const std::size_t index : samples.samples) {
    const SampleScore& score = scores.samples[index].score;
    const record::SampleRecord& sample = run.samples[scores.samples[index].index];
    JudgedCost& cost = problem.costs.emplace_back(JudgedCost{.right = score.passed});
    if (score.stress_cost) cost.cost = at_least_one(static_cast<double>(score.stress_cost->value));
    JudgedCost& memory = problem.memory.emplace_back(JudgedCost{.right = score.passed});
    if (score.complete) memory.cost = peak_memory(sample.cases);
    ++problem.public_tests.samples;
    problem.public_tests.eligible += passes_level_0(sample, score) ? 1 : 0;
    problem.public_tests.right += score.complete ? 1 : 0;
  }
}

void add_reference(PeerProblem& problem, const record::ReferenceRecord& reference) {
  double cost = 0;
  std::uint64_t memory = 0;
  for (const record::ReferenceCase& one : reference.cases) {
    if (one.level == 0) continue;
    cost += static_cast<double>(one.cost.value);
    if (one.use) memory = std::max(memory, one.use->peak_memory_bytes);
  }
  if (cost > 0) problem.reference_cost = cost;
  if (memory > 0) problem.reference_memory = static_cast<double>(memory);
}

double dearest_case(const record::ReferenceRecord& reference) {
  double dearest = 0;
  for (const record::ReferenceCase& one : reference.cases) {
    if (one.level > 0) dearest = std::max(dearest, static_cast<double>(one.cost.value));
  }
  return dearest;
}

// The rival's cost, or in `lacks` why it has none.
std::optional<RivalCost> cost_of(const record::RivalRecord& rival, double reference_dearest,
                                 std::string& lacks) {
  if (record::censors(rival.verdict)) {
    lacks = rival.verdict == record::Verdict::budget_exceeded
                ? fmt::format("{} costs more than {} times the reference", rival.name, rival.alpha)
                : fmt::format("{}: {}", rival.name, record::to_string(rival.verdict));
    return std::nullopt;
  }
  if (rival.verdict != record::Verdict::accepted) {
    lacks = fmt::format("{} is not right: {}", rival.name, record::to_string(rival.verdict));
    return std::nullopt;
  }
  RivalCost result{.name = rival.name};
  double dearest = 0;
  for (const record::CaseRecord& one : rival.cases) {
    if (one.level == 0 || !one.cost) continue;
    result.cost += static_cast<double>(one.cost->value);
    dearest = std::max(dearest, static_cast<double>(one.cost->value));
  }
  result.cost = at_least_one(result.cost);
  result.over_reference = reference_dearest > 0 ? dearest / reference_dearest : 0;
  return result;
}

// Of the files of a suite, which is not at hand here.
std::string extension(const std::string& language) {
  return language == "python" ? ".py" : "." + language;
}

bool ships(const record::ProblemRecord& problem, const std::string& start) {
  return std::any_of(problem.rivals.begin(), problem.rivals.end(),
                     [&](const std::string& name) { return name.starts_with(start); });
}

// What a suite ships is in the problem's record, what was measured of it in the rivals'.
std::string why_unmeasured(const record::RunRecord& run, bool is_shipped, const std::string& what) {
  if (run.schema_version < 2) return "this run is of an older effk, which did not measure " + what;
  return is_shipped ? "this run did not measure " + what : "the suite has no " + what;
}

void add_rivals(PeerProblem& problem, const record::RunRecord& run, const record::ProblemRecord& about,
                const std::string& language, double reference_dearest) {
  if (problem.reference_cost) problem.ladder.push_back(*problem.reference_cost);
  std::vector<std::string> gaps;
  bool any_slow = false;
  bool any_old = false;
  for (const record::RivalRecord& rival : run.rivals) {
    if (rival.problem != problem.problem || rival.language != language) continue;
    std::string lacks;
    const auto cost = cost_of(rival, reference_dearest, lacks);
    if (rival.name == "baseline") {
      any_old = true;
      problem.old_program = cost;
      problem.old_program_lacks = lacks;
      continue;
    }
    any_slow = true;
    if (!cost) {
      gaps.push_back(lacks);
      continue;
    }
    problem.ladder.push_back(cost->cost);
    problem.ladder_over_reference = std::max(problem.ladder_over_reference, cost->over_reference);
  }
  const bool ships_slow = ships(about, language + "/slow_");
  const bool ships_old = ships(about, language + "/baseline");
  problem.ladder_waits = ships_slow && !any_slow && problem.is_missing();
  problem.old_program_waits = ships_old && !any_old && problem.is_missing();
  if (!any_slow) problem.ladder_lacks = why_unmeasured(run, ships_slow, "slow_*" + extension(language));
  if (!any_old) problem.old_program_lacks = why_unmeasured(run, ships_old, "baseline" + extension(language));
  if (!gaps.empty()) problem.ladder_lacks = fmt::format("{}", fmt::join(gaps, "; "));
  const auto [low, high] = std::minmax_element(problem.ladder.begin(), problem.ladder.end());
  if (!problem.ladder.empty() && *low < *high) return;
  problem.ladder.clear();
  if (any_slow && gaps.empty()) problem.ladder_lacks = "every slow_* costs what the reference does";
}

}  // namespace

std::size_t PeerProblem::right() const {
  return static_cast<std::size_t>(
      std::count_if(costs.begin(), costs.end(), [](const JudgedCost& one) { return one.right; }));
}

std::size_t PeerProblem::right_of_unknown_cost() const {
  return static_cast<std::size_t>(std::count_if(
      costs.begin(), costs.end(), [](const JudgedCost& one) { return one.right && !one.cost.has_value(); }));
}

std::vector<PeerProblem> peer_problems(const record::RunRecord& run, const RunScores& scores,
                                       const ModelScores& model) {
  std::map<std::string, const record::ProblemRecord*> about;
  for (const record::ProblemRecord& one : run.problems) about[one.problem] = &one;
  std::map<std::string, const ProblemScores*> samples;
  for (const ProblemScores& one : model.scores) samples[one.problem] = &one;
  std::map<std::string, const record::ReferenceRecord*> references;
  for (const record::ReferenceRecord& one : run.references) {
    if (one.language == model.language) references[one.problem] = &one;
  }
  std::vector<PeerProblem> problems;
  for (const std::string& id : scores.problems) {
    PeerProblem& problem = problems.emplace_back();
    problem.problem = id;
    if (const auto found = samples.find(id); found != samples.end()) {
      add_samples(problem, run, scores, *found->second);
    }
    double dearest = 0;
    if (const auto found = references.find(id); found != references.end()) {
      add_reference(problem, *found->second);
      dearest = dearest_case(*found->second);
    }
    add_rivals(problem, run, *about.at(id), model.language, dearest);
  }
  return problems;
}

JudgedCost mean_of_right(const std::vector<JudgedCost>& samples) {
  std::vector<std::optional<double>> costs;
  costs.reserve(samples.size());
  for (const JudgedCost& one : samples) costs.push_back(metrics::known_cost("mean_of_right", one));
  const metrics::CountedMean mean = metrics::counted_mean(costs);
  return {.right = mean.mean.has_value(), .cost = mean.mean};
}

}  // namespace effk::score
