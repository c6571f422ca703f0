#include "harness/score/run_scores.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <tuple>

#include "harness/score/model_scores.h"
#include "harness/score/option_choice.h"

namespace effk::score {
namespace {

using record::ProblemRecord;
using record::SampleRecord;
using record::Verdict;

constexpr std::size_t kMostNamedSamples = 5;  // in one warning

using Place = std::pair<std::string_view, std::string_view>;  // (problem, language)

// Runs of suites without any do not name it.
Instructions correctness_slack(const record::Environment& environment) {
  const auto found = environment.find("correctness_slack");
  if (found == environment.end()) return {};
  return {std::strtoull(found->second.c_str(), nullptr, 10)};
}

// Knows what each sample is scored against.
class Scorer {
 public:
  Scorer(const record::RunRecord& run, const std::vector<const ProblemRecord*>& problems, double alpha,
         const std::vector<double>& weights)
      : alpha_(alpha) {
    for (const record::ReferenceRecord& one : run.references) references_[{one.problem, one.language}] = &one;
    for (const ProblemRecord* problem : problems) {
      auto& levels = levels_[problem->problem];
      levels = problem->levels;
      for (std::size_t i = 0; i < weights.size(); ++i) levels[i].weight = weights[i];
      if (!levels.empty()) levels.front().slack = correctness_slack(run.environment);
    }
  }

  bool selected(const SampleRecord& sample) const { return levels_.count(sample.problem) > 0; }

  Result<SampleScore> score(const SampleRecord& sample) const {
    static const record::ReferenceRecord kNone;
    const auto found = references_.find({sample.problem, sample.language});
    try {
      return score_sample(sample, found == references_.end() ? kNone : *found->second,
                          levels_.find(sample.problem)->second, alpha_);
    } catch (const std::invalid_argument& contradiction) {
      return fail(ErrorKind::bad_input,
                  fmt::format("cannot score sample {}/{}/{}/{}", sample.model, sample.problem,
                              sample.language, sample.sample),
                  found == references_.end()
                      ? fmt::format("the run holds no costs of the {} reference", sample.language)
                      : contradiction.what(),
                  "the record is damaged; measure it anew with effk run");
    }
  }

 private:
  double alpha_;
  std::map<Place, const record::ReferenceRecord*> references_;
  std::map<std::string, std::vector<record::LevelRecord>, std::less<>> levels_;
};

// "2" before "10": shorter names first, as the store reads them.
auto natural_order(const SampleRecord& sample) {
  return std::make_tuple(std::string_view(sample.model), std::string_view(sample.problem),
                         std::string_view(sample.language), sample.sample.size(),
                         std::string_view(sample.sample), std::string_view(sample.code));
}

void warn_of_internal_errors(const ModelScores& model, const std::vector<std::string>& names,
                             std::vector<std::string>& warnings) {
  if (names.empty()) return;
  const std::size_t shown = std::min(names.size(), kMostNamedSamples);
  std::string list =
      fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  if (shown < names.size()) list += fmt::format(" and {} more", names.size() - shown);
  warnings.push_back(fmt::format("{} {} of {} ({}) not scored, because the harness failed on {}: {}",
                                 names.size(), names.size() == 1 ? "sample" : "samples", model.model,
                                 model.language, names.size() == 1 ? "it" : "them", list));
}

// eff@1, which exists whatever k were asked for; below every value without scored samples.
double rank_value(const ModelScores& model) {
  if (model.scores.empty()) return -1;
  double sum = 0;
  for (const ProblemScores& problem : model.scores) sum += problem.mean;
  return sum / static_cast<double>(model.problems);
}

// Deals the sorted samples out to their (model, language), and scores each of those.
void score_models(RunScores& scores, const record::RunRecord& run, const Selection& selection) {
  using Key = std::pair<std::string, std::string>;
  std::map<Key, std::map<std::string, std::vector<std::size_t>>> scored;
  std::map<Key, std::vector<std::string>> broken;
  for (std::size_t i = 0; i < scores.samples.size(); ++i) {
    const SampleRecord& sample = run.samples[scores.samples[i].index];
    const Key key{sample.model, sample.language};
    auto& problems = scored[key];
    if (sample.verdict == Verdict::internal_error) {
      broken[key].push_back(sample.problem + "/" + sample.sample);
    } else {
      problems[sample.problem].push_back(i);
    }
  }
  for (auto& [key, problems] : scored) {
    ModelScores model;
    model.model = key.first;
    model.language = key.second;
    model.not_scored = broken[key].size();
    for (const std::string& problem : scores.problems) {
      const auto found = problems.find(problem);
      if (found == problems.end()) continue;
      ProblemScores& one = model.scores.emplace_back();
      one.problem = problem;
      one.samples = std::move(found->second);
    }
    warn_of_internal_errors(model, broken[key], scores.warnings);
    complete_model(model, selection, scores.samples, scores.warnings);
    scores.models.push_back(std::move(model));
  }
  // Stable: equals stay sorted by model and language.
  std::stable_sort(scores.models.begin(), scores.models.end(),
                   [](const ModelScores& a, const ModelScores& b) { return rank_value(a) > rank_value(b); });
}

}  // namespace

Result<RunScores> score_run(const record::RunRecord& run, const ScoreOptions& options) {
  const auto alpha = choose_alpha(run, options);
  if (!alpha) return tl::unexpected(alpha.error());
  const auto ks = choose_k(options);
  if (!ks) return tl::unexpected(ks.error());
  const auto problems = choose_problems(run, options);
  if (!problems) return tl::unexpected(problems.error());
  if (auto checked = check_weights(options.weights, *problems); !checked) {
    return tl::unexpected(checked.error());
  }

  RunScores scores;
  scores.alpha = *alpha;
  scores.weights = options.weights;
  scores.seed = options.seed;
  scores.k = *ks;
  for (const ProblemRecord* problem : *problems) scores.problems.push_back(problem->problem);
  const Scorer scorer(run, *problems, *alpha, options.weights);
  for (std::size_t i = 0; i < run.samples.size(); ++i) {
    if (!scorer.selected(run.samples[i])) continue;
    auto score = scorer.score(run.samples[i]);
    if (!score) return tl::unexpected(score.error());
    scores.samples.push_back({i, std::move(*score)});
  }
  std::sort(scores.samples.begin(), scores.samples.end(), [&](const ScoredSample& a, const ScoredSample& b) {
    return natural_order(run.samples[a.index]) < natural_order(run.samples[b.index]);
  });
  score_models(scores, run, {*problems, *ks, !options.k.empty(), options.seed});
  return scores;
}

const Metric* find_metric(const std::vector<Metric>& metrics, std::string_view name) {
  const auto found =
      std::find_if(metrics.begin(), metrics.end(), [&](const Metric& one) { return one.name == name; });
  return found == metrics.end() ? nullptr : &*found;
}

}  // namespace effk::score
