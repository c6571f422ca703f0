// Groups against the definition, from scratch: every sign pattern, Holm step by step, every set of
// neighbours.
#include "harness/score/standings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <set>
#include <stdexcept>

namespace effk::score {
namespace {

using Scores = std::vector<double>;  // eff@1, one a problem

// A run whose models have these scores: one sample a problem, of cost 2 - score times the reference's.
ScoredRun run_of(const std::string& language, const std::map<std::string, Scores>& models) {
  ScoredRun run{"made", {}, {}};
  run.record.complete = true;
  const std::size_t problems = models.begin()->second.size();
  for (std::size_t i = 0; i < problems; ++i) {
    const std::string name = "p" + std::to_string(100 + i);
    run.record.problems.push_back({name, "", {}, {{0, 0}, {1, 1}}, ""});
    record::ReferenceRecord reference;
    reference.problem = name;
    reference.language = language;
    reference.cases = {{1, 0, {1'000'000}, 0, {1}}};
    run.record.references.push_back(reference);
    for (const auto& [model, scores] : models) {
      if (scores[i] < 0) continue;  // missing
      record::SampleRecord sample;
      sample.model = model;
      sample.problem = name;
      sample.language = language;
      sample.sample = "0";
      record::CaseRecord one;
      one.level = 1;
      one.cost = Cost{static_cast<std::uint64_t>(std::llround((2 - scores[i]) * 1e6))};
      sample.cases = {one};
      run.record.samples.push_back(sample);
    }
  }
  run.scores = score_run(run.record).value();
  return run;
}

double p_by_enumeration(const Scores& a, const Scores& b) {
  std::vector<std::int64_t> differences;
  for (std::size_t i = 0; i < a.size(); ++i) differences.push_back(std::llround((a[i] - b[i]) * 1e6));
  std::int64_t observed = 0;
  for (const std::int64_t one : differences) observed += one;
  int extreme = 0;
  for (unsigned signs = 0; signs < (1U << differences.size()); ++signs) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < differences.size(); ++i)
      sum += (signs >> i & 1) != 0 ? differences[i] : -differences[i];
    if (std::abs(sum) >= std::abs(observed)) ++extreme;
  }
  return extreme / std::ldexp(1.0, static_cast<int>(differences.size()));
}

// Holm 1979 as the paper tells it: reject the smallest while m * p <= level, one fewer each time.
std::set<std::pair<std::size_t, std::size_t>> resolved_by_holm(const std::vector<Scores>& ranked) {
  std::vector<std::pair<double, std::pair<std::size_t, std::size_t>>> pairs;
  for (std::size_t a = 0; a < ranked.size(); ++a)
    for (std::size_t b = a + 1; b < ranked.size(); ++b)
      pairs.push_back({p_by_enumeration(ranked[a], ranked[b]), {a, b}});
  std::sort(pairs.begin(), pairs.end());
  std::set<std::pair<std::size_t, std::size_t>> resolved;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (pairs[i].first * static_cast<double>(pairs.size() - i) > 0.05) break;
    resolved.insert(pairs[i].second);
  }
  return resolved;
}

// Every set of neighbours without a resolved pair that lies in no larger one, best first.
std::vector<std::pair<std::size_t, std::size_t>> groups_by_search(
    std::size_t rows, const std::set<std::pair<std::size_t, std::size_t>>& resolved) {
  std::vector<std::pair<std::size_t, std::size_t>> groups;
  for (std::size_t begin = 0; begin < rows; ++begin) {
    for (std::size_t last = rows; last-- > begin;) {
      const bool clean = std::none_of(resolved.begin(), resolved.end(), [&](const auto& pair) {
        return pair.first >= begin && pair.second <= last;
      });
      const bool within = std::any_of(groups.begin(), groups.end(), [&](const auto& other) {
        return other.first <= begin && other.second >= last;
      });
      if (clean && !within) groups.emplace_back(begin, last);
      if (clean) break;
    }
  }
  return groups;
}

TEST(Standings, GroupAsTheDefinitionsDoFromScratch) {
  std::mt19937 random(7);
  int with_several = 0;
  int overlapping = 0;
  for (int round = 0; round < 40; ++round) {
    std::map<std::string, Scores> models;
    const std::size_t problems = 8 + random() % 4;
    for (int model = 0; model < 6; ++model) {
      const int level = static_cast<int>(random() % 700);
      Scores& scores = models["m" + std::to_string(model)];
      for (std::size_t i = 0; i < problems; ++i)
        scores.push_back((level + static_cast<int>(random() % 300)) / 1000.0);
    }
    const Standings standings = score::standings({run_of("cpp", models)});
    const std::vector<ScoredRun> runs{run_of("cpp", models)};
    std::vector<Scores> ranked;
    for (const Standing& row : standings.rows)
      ranked.push_back(models[runs[0].scores.models[row.model].model]);
    const auto groups = groups_by_search(ranked.size(), resolved_by_holm(ranked));
    with_several += groups.size() > 1 ? 1 : 0;
    for (std::size_t row = 0; row < ranked.size(); ++row) {
      const auto contains = [&](const auto& group) { return group.first <= row && row <= group.second; };
      const auto first = std::find_if(groups.begin(), groups.end(), contains);
      const auto count = std::count_if(groups.begin(), groups.end(), contains);
      EXPECT_EQ(standings.rows[row].groups.first, first - groups.begin() + 1) << round << " " << row;
      EXPECT_EQ(standings.rows[row].groups.last, first - groups.begin() + count) << round << " " << row;
      overlapping += count > 1 ? 1 : 0;
    }
  }
  EXPECT_GT(with_several, 10);  // else the cases above show little
  EXPECT_GT(overlapping, 10);
}

TEST(Standings, OrderTheRowsOfSeveralRunsByEffAtOne) {
  const std::vector<ScoredRun> runs{run_of("cpp", {{"b", {0.5, 0.5}}, {"c", {0.2, 0.2}}}),
                                    run_of("cpp", {{"a", {0.5, 0.5}}, {"d", {0.9, 0.9}}})};
  std::vector<std::string> names;
  for (const Standing& row : standings(runs).rows)
    names.push_back(runs[row.run].scores.models[row.model].model);
  EXPECT_THAT(names, testing::ElementsAre("d", "a", "b", "c"));
}

TEST(Standings, CountAMissingProblemAsZero) {
  const std::vector<ScoredRun> runs{run_of("cpp", {{"a", {0.5, -1}}, {"b", {0.4, 0.4}}})};
  const Standings standings = score::standings(runs);
  EXPECT_THAT(standings.rows[1].by_problem, testing::ElementsAre(testing::DoubleNear(0.5, 1e-9), 0));
  EXPECT_NEAR(standings.rows[1].eff_at_1, 0.25, 1e-9);
}

TEST(Standings, CompareNoTwoLanguages) {
  const std::vector<ScoredRun> runs{run_of("cpp", {{"a", Scores(12, 0.9)}}),
                                    run_of("python", {{"a", Scores(12, 0.1)}})};
  const Standings standings = score::standings(runs);
  EXPECT_TRUE(standings.comparisons.empty());
  for (const Standing& row : standings.rows) EXPECT_EQ(row.groups.first, 1);
}

TEST(Standings, TellModelsApartHoweverManyThereAre) {
  // 60 models make 1,770 pairs: the smallest p of the default 20,000 draws is too large for so many.
  std::map<std::string, Scores> models;
  for (int i = 0; i < 60; ++i) models["m" + std::to_string(100 + i)] = Scores(40, 0.01 + i / 61.0);
  const Standings standings = score::standings({run_of("cpp", models)});
  for (std::size_t i = 0; i < standings.rows.size(); ++i) {
    EXPECT_EQ(standings.rows[i].groups.first, static_cast<int>(i) + 1);
    EXPECT_EQ(standings.rows[i].groups.last, static_cast<int>(i) + 1);
  }
}

TEST(Standings, PutAModelWithoutScoredSamplesLastAndInNoGroup) {
  ScoredRun run = run_of("cpp", {{"a", {0.0, 0.0}}, {"b", {0.9, 0.9}}});
  for (record::SampleRecord& sample : run.record.samples) {
    if (sample.model == "b") sample.verdict = record::Verdict::internal_error;
  }
  run.scores = score_run(run.record).value();
  const Standings standings = score::standings({run});
  EXPECT_EQ(run.scores.models[standings.rows[1].model].model, "b");
  EXPECT_EQ(standings.rows[1].groups.first, 0);
  EXPECT_EQ(standings.rows[0].groups.first, 1);
}

TEST(Standings, RefuseRunsThatWereScoredOnOtherProblems) {
  const std::vector<ScoredRun> runs{run_of("cpp", {{"a", {0.5, 0.5}}}),
                                    run_of("cpp", {{"b", {0.5, 0.5, 0.5}}})};
  EXPECT_THROW(standings(runs), std::invalid_argument);
}

}  // namespace
}  // namespace effk::score
