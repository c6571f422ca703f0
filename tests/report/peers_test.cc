#include "harness/report/peers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "harness/report/json.h"
#include "tests/report/example_run.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

using testing::HasSubstr;
using testing::Not;

// The example run, with a ladder for one of its two problems.
record::RunRecord run_with_a_rival() {
  record::RunRecord run = example_run();
  run.problems[0].rivals = {"cpp/slow_squares"};
  record::RivalRecord rival;
  rival.problem = "alpha_sum";
  rival.language = "cpp";
  rival.name = "slow_squares";
  rival.alpha = 100;
  rival.cases = {answered(0, 0, 1'000'000), answered(1, 0, 90'000'000), answered(2, 0, 90'000'000),
                 answered(3, 0, 100'000'000)};
  run.rivals = {rival};
  return run;
}

std::vector<score::ModelPeers> peers_of(const record::RunRecord& run, const std::vector<std::string>& words,
                                        const score::ScoreOptions& options = {}) {
  return score::score_peers(run, scored(run, options), score::choose_peer_families(words).value());
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::size_t width = 0;
  for (const char byte : text) {
    if (byte == '\n') {
      widest = std::max(widest, width);
      width = 0;
    } else if ((byte & 0xc0) != 0x80) {
      ++width;
    }
  }
  return widest;
}

TEST(PeersTable, IsThisPage) {
  EXPECT_EQ(peers_table(peers_of(run_with_a_rival(), {"coffe", "evalperf"})), R"(COFFE
  model  language  metric       value    95% interval  problems  samples
  good   cpp       pass@1       0.750  0.500 to 1.000       2/2      4/4
  slow   cpp       pass@1       0.500  0.000 to 1.000       2/2      2/2
  good   cpp       efficient@1  0.000  0.000 to 0.000       2/2      4/4
  slow   cpp       efficient@1  0.000  0.000 to 0.000       2/2      2/2
  good   cpp       speedup      1.000  1.000 to 1.000       2/2      2/4
  slow (cpp): speedup: n/a: no problem has a right sample of known cost
  good (cpp): 1 right sample over budget (alpha 2), left out of speedup; effk run --alpha 100 would
    tell the cost
  slow (cpp): 2 right samples over budget (alpha 2), left out of speedup; effk run --alpha 100 would
    tell the cost
  pass@k/humaneval-2021: probability that one of k samples is right, 1 - C(n-c,k)/C(n,k), mean over
    the selected problems. Failures: a wrong or failed sample does not pass, one over budget above
    level 0 does; a missing problem counts 0.
  efficient@k/coffe-2025: probability that one of k samples is right and strictly cheaper than the
    reference, summed over the stress cases; mean over the selected problems. Failures: a wrong or
    failed sample and one over budget are not efficient; a missing problem counts 0.
  speedup/coffe-2025: sum of the reference's costs over sum of the samples' costs, over the problems
    with a right sample; of several right samples of a problem the mean. Failures: wrong or failed
    samples and those over budget are left out on both sides, and counted.

EvalPerf
  model  language  metric    value  95% interval  problems  samples
  good   cpp       DPS        50.0             -       1/2      2/4
  slow   cpp       DPS         0.0             -       1/2      2/2
  good   cpp       DPS_norm   50.0             -       1/2      2/4
  slow   cpp       DPS_norm    0.0             -       1/2      2/2
  each rung of a ladder counts the same, so DPS is DPS_norm
  without a ladder, left out: beta_walk (the suite has no slow_*.cpp)
  good (cpp): 1 right sample over budget (alpha 2), counted 0 though perhaps on the ladder; effk run
    --alpha 5 would tell the cost
  slow (cpp): 2 right samples over budget (alpha 2), counted 0 though perhaps on the ladder; effk
    run --alpha 5 would tell the cost
  dps/evalperf-2024: percentage of reference solutions, weighted by how many solutions each stands
    for, that a right sample matches or beats; mean over right samples, then over the problems that
    have one. Failures: a wrong or failed sample is left out, a right one over budget scores 0; a
    problem without enough right samples is left out, and counted.
  dps-norm/evalperf-2024: place on the ladder of reference solutions that a right sample reaches,
    percent of the number of rungs; mean over right samples, then over the problems that have one.
    Failures: a wrong or failed sample is left out, a right one over budget scores 0; a problem
    without enough right samples is left out, and counted.
)");
}

TEST(PeersTable, SaysOnceForAllModelsWhatARunLacks) {
  EXPECT_EQ(peers_table(peers_of(run_with_a_rival(), {"pie"})), R"(PIE
  %Opt, best of k; Speedup, best of k; %Correct, best of k; %Opt, Best@k of the first k; Speedup,
    Best@k of the first k; %Correct, Best@k of the first k: n/a: needs the old program of each
    problem and its cost; the suite has no baseline.cpp
)");
}

TEST(PeersTable, NeverGetsWiderThanAPage) {
  for (const std::size_t length : {std::size_t{1}, std::size_t{20}, std::size_t{60}, std::size_t{300}}) {
    record::RunRecord run = run_with_a_rival();
    for (record::SampleRecord& one : run.samples) one.model += std::string(length, 'x');
    EXPECT_LE(widest_line(peers_table(peers_of(run, {"all"}))), 100U) << "name of " << length;
  }
}

TEST(PeersTable, LetsNoNameCommandTheTerminal) {
  record::RunRecord run = run_with_a_rival();
  for (record::SampleRecord& one : run.samples) {
    one.model = kHostileName + one.model;
    one.problem = one.problem == "alpha_sum" ? kHostileName : one.problem;
  }
  run.problems[0].problem = run.references[0].problem = run.rivals[0].problem = kHostileName;
  run.problems[1].rivals = {"cpp/slow_x"};
  run.rivals.push_back(run.rivals[0]);
  run.rivals[1].problem = "beta_walk";
  run.rivals[1].name = "slow_" + kHostileName;
  run.rivals[1].verdict = record::Verdict::runtime_error;
  const auto peers = peers_of(run, {"all"});
  for (const std::string& text : {peers_table(peers), peers_csv(peers), json(run, scored(run), peers)}) {
    for (const char byte : text) {
      EXPECT_TRUE(byte == '\n' || byte == '\r' || (byte != 0x7f && (byte < 0 || byte >= 0x20)));
    }
    EXPECT_THAT(text, Not(HasSubstr("\xc2\x9b")));
    EXPECT_THAT(text, Not(HasSubstr("\u202e")));
    EXPECT_THAT(text, Not(HasSubstr("\xff")));
  }
}

TEST(PeersCsv, HasOneRowAValueWithDefinitionAndFailures) {
  const std::string text = peers_csv(peers_of(run_with_a_rival(), {"coffe"}));
  EXPECT_THAT(text, testing::StartsWith("model,language,benchmark,metric,value,low,high,unit,better,problems,"
                                        "of_problems,samples,of_samples,definition,failures,not_available\r\n"
                                        "good,cpp,COFFE,pass@1,0.75,0.5,1,probability,higher,2,2,4,4,"));
  EXPECT_THAT(text, HasSubstr("\r\ngood,cpp,COFFE,speedup,1,1,1,ratio,higher,2,2,2,4,speedup/coffe-2025,"
                              "\"wrong or failed samples and those over budget are left out on both sides, "
                              "and counted\",\r\n"));
  EXPECT_THAT(text, HasSubstr("\r\nslow,cpp,COFFE,speedup,,,,ratio,higher,0,2,0,2,speedup/coffe-2025,"));
  EXPECT_THAT(text, HasSubstr(",\"no problem has a right sample of known cost\"\r\n"));
}

TEST(PeersJson, StandsInEachModelBesideItsOwnMetrics) {
  const record::RunRecord run = run_with_a_rival();
  const auto report = nlohmann::json::parse(json(run, scored(run), peers_of(run, {"coffe", "pie"})));
  const auto& good = report.at("models").at(0);
  EXPECT_EQ(good.at("metrics").at("pass@1").at("value"), 0.75);
  ASSERT_EQ(good.at("benchmarks").size(), 2U);
  EXPECT_EQ(good.at("benchmarks").at(0).at("name"), "COFFE");
  const auto& speedup = good.at("benchmarks").at(0).at("values").at(2);
  EXPECT_EQ(speedup, nlohmann::json::parse(R"({"metric":"speedup","value":1.0,"low":1.0,"high":1.0,
    "unit":"ratio","better":"higher","problems":2,"samples":2,"definition":"speedup/coffe-2025",
    "not_available":null})"));
  const auto& opt = good.at("benchmarks").at(1).at("values").at(0);
  EXPECT_TRUE(opt.at("value").is_null());
  EXPECT_EQ(opt.at("not_available"),
            "needs the old program of each problem and its cost; the suite has no baseline.cpp");
  for (const auto& family : good.at("benchmarks")) {
    for (const auto& value : family.at("values")) {
      const auto& definitions = report.at("definitions");
      const auto found = std::find_if(definitions.begin(), definitions.end(), [&](const auto& one) {
        return one.at("id") == value.at("definition");
      });
      ASSERT_NE(found, definitions.end()) << value.at("definition");
      EXPECT_FALSE(found->at("failures").get<std::string>().empty());
    }
  }
}

TEST(PeersJson, IsAbsentUnlessAskedFor) {
  const record::RunRecord run = run_with_a_rival();
  EXPECT_THAT(json(run, scored(run)), Not(HasSubstr("benchmarks")));
}

}  // namespace
}  // namespace effk::report
