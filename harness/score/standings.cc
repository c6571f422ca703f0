#include "harness/score/standings.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "metrics/holm.h"
#include "metrics/paired_test.h"
#include "metrics/suite_mean.h"

namespace effk::score {
namespace {

using Pair = std::pair<std::size_t, std::size_t>;

// The smallest p that sampling can give is about 1 / draws, and Holm multiplies it by up to the number of
// pairs: with fewer than 20 draws a pair nothing could be resolved at 0.05.
constexpr std::int64_t kDrawsPerPair = 40;

Standing standing(const std::vector<ScoredRun>& runs, std::size_t run, std::size_t index) {
  const RunScores& scores = runs[run].scores;
  std::map<std::string, double> means;
  for (const ProblemScores& problem : scores.models[index].scores) means[problem.problem] = problem.mean;
  metrics::SuiteMean mean = metrics::suite_mean(scores.problems, means);
  return {run, index, mean.mean, std::move(mean.values), {}};
}

std::vector<Standing> sorted_rows(const std::vector<ScoredRun>& runs) {
  std::vector<Standing> rows;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    if (runs[run].scores.problems != runs.front().scores.problems) {
      throw std::invalid_argument("standings: the runs were not scored on the same problems");
    }
    for (std::size_t i = 0; i < runs[run].scores.models.size(); ++i) rows.push_back(standing(runs, run, i));
  }
  const auto order = [&](const Standing& row) {
    const ModelScores& model = runs[row.run].scores.models[row.model];
    // As RunScores::models: those of whom nothing is known come last.
    return std::make_tuple(model.samples == 0, -row.eff_at_1, std::string_view(model.model),
                           std::string_view(model.language), row.run);
  };
  std::sort(rows.begin(), rows.end(),
            [&](const Standing& a, const Standing& b) { return order(a) < order(b); });
  return rows;
}

Comparison compared(const std::vector<Standing>& rows, const Pair& pair, std::int64_t draws,
                    std::uint64_t seed) {
  const Standing& better = rows[pair.first];
  const Standing& worse = rows[pair.second];
  std::vector<double> differences;
  for (std::size_t i = 0; i < better.by_problem.size(); ++i) {
    differences.push_back(better.by_problem[i] - worse.by_problem[i]);
  }
  const metrics::SignFlipResult result = metrics::sign_flip_test(
      differences, {.draws = std::max(draws, metrics::SignFlipOptions{}.draws), .seed = seed});
  return {pair.first,     pair.second,    better.eff_at_1 - worse.eff_at_1,
          result.p_value, result.p_value, result.exact};
}

// Each row's longest run of rows below it in which no two are resolved, less those that lie within another's.
void number_groups(std::vector<Standing>& rows, const std::vector<std::size_t>& ranked,
                   const std::set<Pair>& resolved) {
  std::size_t covered = 0;  // ranked rows before this one are in a group that began earlier
  int number = 0;
  std::size_t end = 0;  // no two of [begin, end) are resolved
  for (std::size_t begin = 0; begin < ranked.size(); ++begin) {
    end = std::max(end, begin + 1);
    const auto fits = [&](std::size_t next) {
      for (std::size_t i = begin; i < next; ++i) {
        if (resolved.count({ranked[i], ranked[next]}) > 0) return false;
      }
      return true;
    };
    while (end < ranked.size() && fits(end)) ++end;
    if (end <= covered) continue;
    covered = end;
    ++number;
    for (std::size_t i = begin; i < end; ++i) {
      GroupRange& groups = rows[ranked[i]].groups;
      if (groups.first == 0) groups.first = number;
      groups.last = number;
    }
  }
}

}  // namespace

Standings standings(const std::vector<ScoredRun>& runs, std::uint64_t seed) {
  Standings result{sorted_rows(runs), {}};
  std::map<std::string, std::vector<std::size_t>> by_language;
  for (std::size_t i = 0; i < result.rows.size(); ++i) {
    const ModelScores& model = runs[result.rows[i].run].scores.models[result.rows[i].model];
    if (model.samples > 0) by_language[model.language].push_back(i);
  }
  for (const auto& [language, ranked] : by_language) {
    std::vector<Pair> pairs;
    for (std::size_t a = 0; a < ranked.size(); ++a) {
      for (std::size_t b = a + 1; b < ranked.size(); ++b) pairs.emplace_back(ranked[a], ranked[b]);
    }
    const std::int64_t draws = kDrawsPerPair * static_cast<std::int64_t>(pairs.size());
    std::vector<Comparison> comparisons;
    std::vector<double> p_values;
    for (const Pair& pair : pairs) {
      comparisons.push_back(compared(result.rows, pair, draws, seed));
      p_values.push_back(comparisons.back().p);
    }
    const std::vector<double> adjusted = metrics::holm_adjusted(p_values);
    std::set<Pair> resolved;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      comparisons[i].adjusted_p = adjusted[i];
      if (adjusted[i] <= kResolvedAt) resolved.insert(pairs[i]);
    }
    number_groups(result.rows, ranked, resolved);
    result.comparisons.insert(result.comparisons.end(), comparisons.begin(), comparisons.end());
  }
  return result;
}

}  // namespace effk::score
