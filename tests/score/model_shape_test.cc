#include "harness/score/model_shape.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/score/small_records.h"

namespace effk::score {
namespace {

using testing::DoubleEq;
using testing::ElementsAre;
using testing::Optional;

// Two problems with levels of weight 0, 3, 4; the reference costs 1, 10 and 20, so that T is 40.
record::RunRecord run_of(std::vector<record::SampleRecord> samples) {
  record::RunRecord run;
  for (const char* name : {"p", "q"}) {
    run.problems.push_back({name, "", {}, {{0, 1}, {3, 1}, {4, 1}}, ""});
    record::ReferenceRecord reference;
    reference.problem = name;
    reference.language = "cpp";
    reference.cases = {{0, 0, {1}, 0, {1}}, {1, 0, {10}, 0, {1}}, {2, 0, {20}, 0, {1}}};
    run.references.push_back(reference);
  }
  run.samples = std::move(samples);
  for (std::size_t i = 0; i < run.samples.size(); ++i) run.samples[i].sample = std::to_string(i);
  return run;
}

TEST(LevelMeans, AreMeansOverSamplesThenProblems) {
  // As the reference, and censored at level 2: (1 + 1)/2 and (1 + 0)/2. The other problem is missing.
  const auto run =
      run_of({sample({cost(0, 0, 1), cost(1, 0, 10), cost(2, 0, 20)}),
              sample({cost(0, 0, 1), cost(1, 0, 10), stopped(2, 0, record::Verdict::budget_exceeded)})});
  const RunScores scores = score_run(run).value();
  EXPECT_THAT(level_means(run, scores, scores.models[0]),
              ElementsAre(std::nullopt, Optional(DoubleEq(0.5)), Optional(DoubleEq(0.25))));
}

TEST(LevelMeans, GoByTheWeightsThatTheRunIsScoredWith) {
  const auto run = run_of({sample({cost(0, 0, 1), cost(1, 0, 10), cost(2, 0, 20)})});
  const RunScores scores = score_run(run, {.weights = {0, 0, 1}}).value();
  EXPECT_THAT(level_means(run, scores, scores.models[0]),
              ElementsAre(std::nullopt, std::nullopt, Optional(DoubleEq(0.5))));
}

TEST(PerformanceProfileOfAModel, RisesToTheShareThatFinished) {
  // Costs 30 and 45 where the reference's are 30, and one that is wrong; the other problem is missing.
  const auto run = run_of({sample({cost(0, 0, 1), cost(1, 0, 10), cost(2, 0, 20)}),
                           sample({cost(0, 0, 1), cost(1, 0, 15), cost(2, 0, 30)}),
                           sample({cost(0, 0, 1, record::Verdict::wrong_answer)})});
  const RunScores scores = score_run(run).value();
  EXPECT_THAT(performance_profile(scores, scores.models[0], {0.99, 1, 1.49, 1.5, 100}),
              ElementsAre(0, DoubleEq(1.0 / 6), DoubleEq(1.0 / 6), DoubleEq(1.0 / 3), DoubleEq(1.0 / 3)));
}

}  // namespace
}  // namespace effk::score
