// The published worked examples of each benchmark, from records to the printed number, and what is said where
// a run has not what a metric needs.
#include "harness/score/peer_scores.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/score/small_records.h"

namespace effk::score {
namespace {

using record::RunRecord;
using record::SampleRecord;
using record::Verdict;
using testing::ElementsAre;
using testing::IsEmpty;

// A run of problems with one case at level 0 and two at level 1.
class PeerRun {
 public:
  explicit PeerRun(double alpha = 100) {
    run_.alpha = alpha;
    run_.complete = true;
  }

  // The reference costs `first` and `second` at level 1.
  PeerRun& problem(const std::string& id, std::uint64_t first, std::uint64_t second,
                   std::vector<std::string> rivals = {}) {
    run_.problems.push_back({id, "algorithm", {}, {{0, 1}, {1, 2}}, "d", std::move(rivals)});
    record::ReferenceRecord one = reference({{10}, {first, second}});
    one.problem = id;
    for (record::ReferenceCase& of : one.cases) of.use = record::ResourceUse{};
    run_.references.push_back(std::move(one));
    return *this;
  }

  PeerRun& rival(const std::string& id, const std::string& name, std::uint64_t first, std::uint64_t second) {
    record::RivalRecord one;
    one.problem = id;
    one.language = "cpp";
    one.name = name;
    one.alpha = 100;
    one.cases = {cost(0, 0, 10), cost(1, 0, first), cost(1, 1, second)};
    run_.rivals.push_back(std::move(one));
    return *this;
  }
  PeerRun& failed_rival(const std::string& id, const std::string& name, Verdict verdict) {
    rival(id, name, 1, 1);
    run_.rivals.back().verdict = verdict;
    run_.rivals.back().cases.pop_back();
    return *this;
  }

  PeerRun& right(const std::string& id, std::uint64_t first, std::uint64_t second) {
    return add(id, sample({cost(0, 0, 10), cost(1, 0, first), cost(1, 1, second)}));
  }
  PeerRun& wrong(const std::string& id) { return add(id, sample({cost(0, 0, 10, Verdict::wrong_answer)})); }
  PeerRun& late_wrong(const std::string& id) {
    return add(id, sample({cost(0, 0, 10), cost(1, 0, 10, Verdict::wrong_answer)}));
  }
  PeerRun& over_budget(const std::string& id) {
    return add(id, sample({cost(0, 0, 10), stopped(1, 0, Verdict::budget_exceeded)}));
  }
  PeerRun& memory(std::uint64_t of_reference, std::uint64_t of_sample) {
    run_.references.back().cases.back().use->peak_memory_bytes = of_reference;
    run_.samples.back().cases.back().use.peak_memory_bytes = of_sample;
    return *this;
  }

  RunRecord& record() { return run_; }

  PeerFamily family(const std::string& word, std::vector<int> k = {1}) const {
    ScoreOptions options;
    options.k = std::move(k);
    const auto scores = score_run(run_, options);
    EXPECT_TRUE(scores) << error_text(scores.error());
    return score_peers(run_, *scores, {word}).front().families.front();
  }

 private:
  PeerRun& add(const std::string& id, SampleRecord one) {
    one.problem = id;
    one.sample = std::to_string(run_.samples.size());
    run_.samples.push_back(std::move(one));
    return *this;
  }
  RunRecord run_;
};

double value_of(const PeerFamily& family, const std::string& name) {
  for (const PeerValue& value : family.values) {
    if (value.name == name && value.value) return *value.value;
  }
  return std::numeric_limits<double>::quiet_NaN();
}

// "pass@1 3/3" for each value: its name, problems and samples.
std::vector<std::string> counts_of(const PeerFamily& family) {
  std::vector<std::string> counts;
  for (const PeerValue& value : family.values)
    counts.push_back(value.name + " " + std::to_string(value.problems) + " " + std::to_string(value.samples));
  return counts;
}

std::vector<std::string> lacks_of(const PeerFamily& family) {
  std::vector<std::string> lacks;
  for (const PeerValue& value : family.values) {
    EXPECT_NE(value.value.has_value(), !value.lacks.empty()) << value.name;
    if (!value.value) lacks.push_back(value.name + ": " + value.lacks);
  }
  return lacks;
}

// ---- COFFE ----

TEST(Coffe, HasThePublishedValuesOfItsExample) {
  PeerRun run;
  run.problem("fast", 30, 10).right("fast", 20, 19);
  run.problem("slow", 50, 50).right("slow", 100, 100);
  run.problem("unsolved", 50, 50).wrong("unsolved");
  const PeerFamily coffe = run.family("coffe");
  EXPECT_DOUBLE_EQ(value_of(coffe, "efficient@1"), 1.0 / 3);
  EXPECT_DOUBLE_EQ(value_of(coffe, "pass@1"), 2.0 / 3);
  EXPECT_DOUBLE_EQ(value_of(coffe, "speedup"), 140.0 / 239);
  EXPECT_THAT(counts_of(coffe), ElementsAre("pass@1 3 3", "efficient@1 3 3", "speedup 2 2"));
}

TEST(Coffe, ComparesSumsOverTheStressCasesAndDoesNotCountATie) {
  PeerRun run;
  run.problem("tie", 30, 10).right("tie", 20, 20);
  EXPECT_EQ(value_of(run.family("coffe"), "efficient@1"), 0);
  PeerRun cheaper;
  cheaper.problem("one_case_dearer", 30, 10).right("one_case_dearer", 5, 34);
  EXPECT_EQ(value_of(cheaper.family("coffe"), "efficient@1"), 1);
}

TEST(Coffe, TakesTheMeanOfSeveralRightSamplesForSpeedupSoThatAProblemCountsOnce) {
  PeerRun run;
  run.problem("a", 50, 50).right("a", 40, 40).right("a", 60, 60).wrong("a");
  run.problem("b", 150, 150).right("b", 100, 100);
  const PeerFamily coffe = run.family("coffe");
  EXPECT_DOUBLE_EQ(value_of(coffe, "speedup"), 400.0 / 300);
  EXPECT_EQ(coffe.values.back().samples, 3U);
}

TEST(Coffe, SaysThatSpeedupLeavesOutSamplesOverBudgetAndHowToMeasureThem) {
  PeerRun run(2);
  run.problem("a", 50, 50).right("a", 40, 40).over_budget("a");
  const PeerFamily coffe = run.family("coffe");
  EXPECT_DOUBLE_EQ(value_of(coffe, "speedup"), 100.0 / 80);
  EXPECT_DOUBLE_EQ(value_of(coffe, "efficient@1"), 0.5);
  EXPECT_EQ(value_of(coffe, "pass@1"), 1);
  EXPECT_THAT(coffe.notes, ElementsAre("1 right sample over budget (alpha 2), left out of speedup; effk run "
                                       "--alpha 100 would tell the cost"));
}

TEST(Coffe, AdvisesALargerAlphaThanTheRunHad) {
  PeerRun run(100);
  run.problem("a", 50, 50).right("a", 40, 40).over_budget("a");
  EXPECT_THAT(
      run.family("coffe").notes,
      ElementsAre("1 right sample over budget (alpha 100), left out of speedup; effk run --alpha 1000 "
                  "would tell the cost"));
}

TEST(Coffe, HasNoSpeedupWithoutARightSample) {
  PeerRun run;
  run.problem("a", 50, 50).wrong("a");
  EXPECT_THAT(lacks_of(run.family("coffe")),
              ElementsAre("speedup: no problem has a right sample of known cost"));
}

// ---- EvalPerf ----

PeerRun ladder_of_three() {
  PeerRun run;
  run.problem("p", 15, 5, {"cpp/slow_a", "cpp/slow_b"});
  run.rival("p", "slow_a", 60, 40).rival("p", "slow_b", 25, 25);
  return run;
}

TEST(EvalPerf, HasThePublishedPlaceOfItsExampleOnALadderOfEqualRungs) {
  EXPECT_DOUBLE_EQ(value_of(ladder_of_three().right("p", 20, 25).family("evalperf"), "DPS_norm"), 200.0 / 3);
  EXPECT_DOUBLE_EQ(value_of(ladder_of_three().right("p", 20, 25).family("evalperf"), "DPS"), 200.0 / 3);
  EXPECT_EQ(value_of(ladder_of_three().right("p", 60, 60).family("evalperf"), "DPS"), 0);
  EXPECT_EQ(value_of(ladder_of_three().right("p", 10, 10).family("evalperf"), "DPS"), 100);
}

TEST(EvalPerf, LooksAtRightSamplesOnlyAndLeavesOutProblemsWithoutOne) {
  PeerRun run = ladder_of_three();
  run.right("p", 10, 10).wrong("p").right("p", 60, 60);
  run.problem("q", 15, 5, {"cpp/slow_a"}).rival("q", "slow_a", 60, 40).wrong("q");
  const PeerFamily evalperf = run.family("evalperf");
  EXPECT_EQ(value_of(evalperf, "DPS"), 50);
  EXPECT_THAT(counts_of(evalperf), ElementsAre("DPS 1 2", "DPS_norm 1 2"));
}

TEST(EvalPerf, SaysWhichRivalsAreNotOnTheLadderAndWhichProblemsHaveNone) {
  PeerRun run = ladder_of_three();
  run.failed_rival("p", "slow_c", Verdict::budget_exceeded).right("p", 10, 10);
  run.problem("q", 15, 5, {"cpp/slow_a"}).failed_rival("q", "slow_a", Verdict::wrong_answer).right("q", 1, 1);
  run.problem("r", 15, 5).right("r", 1, 1);
  const PeerFamily evalperf = run.family("evalperf");
  EXPECT_THAT(counts_of(evalperf), ElementsAre("DPS 1 1", "DPS_norm 1 1"));
  EXPECT_THAT(
      evalperf.notes,
      ElementsAre("each rung of a ladder counts the same, so DPS is DPS_norm",
                  "without a ladder, left out: q (slow_a is not right: wrong_answer), r (the suite has "
                  "no slow_*.cpp)",
                  "not on the ladder: p (slow_c costs more than 100 times the reference)"));
}

TEST(EvalPerf, SaysThatASampleOverBudgetMayBeOnTheLadderOnlyWhereTheLadderReachesAboveTheBudget) {
  PeerRun high(2);
  high.problem("p", 10, 10, {"cpp/slow_a"}).rival("p", "slow_a", 71, 10).over_budget("p").right("p", 10, 10);
  EXPECT_THAT(
      high.family("evalperf").notes,
      testing::Contains("1 right sample over budget (alpha 2), counted 0 though perhaps on the ladder; "
                        "effk run --alpha 8 would tell the cost"));
  EXPECT_EQ(value_of(high.family("evalperf"), "DPS"), 50);
  PeerRun low(2);
  low.problem("p", 10, 10, {"cpp/slow_a"}).rival("p", "slow_a", 20, 10).over_budget("p").right("p", 10, 10);
  EXPECT_THAT(low.family("evalperf").notes,
              ElementsAre("each rung of a ladder counts the same, so DPS is DPS_norm"));
}

TEST(EvalPerf, NeedsALadderAndTellsASuiteWithoutOneFromARunThatDidNotMeasureIt) {
  const std::string needs = "DPS: needs two or more right solutions of different cost for each problem; ";
  PeerRun none;
  none.problem("p", 10, 10).right("p", 10, 10);
  EXPECT_EQ(lacks_of(none.family("evalperf"))[0], needs + "the suite has no slow_*.cpp");
  PeerRun unmeasured;
  unmeasured.problem("p", 10, 10, {"cpp/slow_a", "python/slow_b"}).right("p", 10, 10);
  EXPECT_EQ(lacks_of(unmeasured.family("evalperf"))[0], needs + "this run did not measure slow_*.cpp");
  PeerRun old = unmeasured;
  old.record().schema_version = 1;
  EXPECT_EQ(lacks_of(old.family("evalperf"))[0],
            needs + "this run is of an older effk, which did not measure slow_*.cpp");
  PeerRun equal;
  equal.problem("p", 10, 10, {"cpp/slow_a"}).rival("p", "slow_a", 5, 15).right("p", 10, 10);
  EXPECT_EQ(lacks_of(equal.family("evalperf"))[0], needs + "every slow_* costs what the reference does");
}

// ---- Mercury ----

PeerRun spread_of_one_to_five() {
  PeerRun run;
  run.problem("p", 60, 40, {"cpp/slow_a"}).rival("p", "slow_a", 250, 250).rival("p", "slow_b", 100, 100);
  return run;
}

TEST(Mercury, HasThePublishedValuesOfItsExample) {
  EXPECT_EQ(value_of(spread_of_one_to_five().right("p", 100, 100).family("mercury"), "Beyond"), 0.75);
  EXPECT_EQ(value_of(spread_of_one_to_five().right("p", 450, 450).family("mercury"), "Beyond"), 0);
  EXPECT_EQ(value_of(spread_of_one_to_five().right("p", 25, 25).family("mercury"), "Beyond"), 1);
  EXPECT_EQ(value_of(spread_of_one_to_five().wrong("p").family("mercury"), "Beyond"), 0);
  const PeerFamily two =
      spread_of_one_to_five().right("p", 100, 100).wrong("p").right("p", 25, 25).family("mercury", {1, 2});
  EXPECT_EQ(value_of(two, "Beyond@1, first 1"), 0.75);
  EXPECT_EQ(value_of(two, "Beyond@2, first 2"), 0.375);
  EXPECT_DOUBLE_EQ(value_of(two, "Beyond"), 1.75 / 3);
}

TEST(Mercury, CountsAMissingProblemAsZeroOnlyIfTheSuiteHasALadderForIt) {
  PeerRun run = spread_of_one_to_five();
  run.right("p", 25, 25).problem("with", 10, 10, {"cpp/slow_a"}).problem("without", 10, 10);
  const PeerFamily mercury = run.family("mercury");
  EXPECT_EQ(value_of(mercury, "Beyond"), 0.5);
  EXPECT_EQ(mercury.values[0].problems, 2U);
  EXPECT_THAT(mercury.notes,
              ElementsAre("without a ladder, left out: without (the suite has no slow_*.cpp)"));
}

// ---- EffiBench ----

TEST(EffiBench, HasThePublishedValuesOfItsExampleInBothDefinitions) {
  PeerRun run;
  run.problem("a", 50, 50).right("a", 100, 100).memory(1000, 2000);
  run.problem("b", 500, 500).right("b", 450, 450).memory(10000, 9000);
  run.problem("c", 500, 500).wrong("c");
  const PeerFamily effibench = run.family("effibench");
  EXPECT_DOUBLE_EQ(value_of(effibench, "NET, mean of ratios"), 1.45);
  EXPECT_DOUBLE_EQ(value_of(effibench, "NET, ratio of sums"), 1);
  EXPECT_DOUBLE_EQ(value_of(effibench, "NMU, mean of ratios"), 1.45);
  EXPECT_DOUBLE_EQ(value_of(effibench, "NMU, ratio of sums"), 1);
  EXPECT_THAT(lacks_of(effibench),
              ElementsAre("NTMU, mean of ratios: needs the memory of samples and references over time; a run "
                          "keeps the peak alone",
                          "NTMU, ratio of sums: needs the memory of samples and references over time; a run "
                          "keeps the peak alone"));
  EXPECT_THAT(effibench.notes,
              ElementsAre("NET is of instructions; NMU is of growth after the language's own start",
                          "left out of NMU: c (the reference's memory did not grow)"));
}

TEST(EffiBench, NamesTheUnitOfATimedRun) {
  PeerRun run;
  run.problem("a", 50, 50).right("a", 100, 100);
  run.record().environment["cost"] = "time";
  EXPECT_EQ(run.family("effibench").notes.front(),
            "NET is of CPU time; NMU is of growth after the language's own start");
}

TEST(EffiBench, HasNoMemoryOfARunThatDidNotKeepThatOfReferences) {
  PeerRun run;
  run.problem("a", 50, 50).right("a", 100, 100).memory(1000, 2000);
  for (record::ReferenceCase& one : run.record().references[0].cases) one.use.reset();
  EXPECT_EQ(lacks_of(run.family("effibench"))[0],
            "NMU, mean of ratios: needs the peak memory of samples and references; no reference's memory "
            "grew, or the run is of an older effk");
}

// ---- PIE ----

TEST(Pie, HasThePublishedValuesOfItsExample) {
  PeerRun run;
  run.problem("p", 10, 10, {"cpp/baseline"}).rival("p", "baseline", 50, 50);
  run.wrong("p").right("p", 40, 40).right("p", 20, 20);
  const PeerFamily pie = run.family("pie", {1, 2, 3});
  EXPECT_EQ(value_of(pie, "Speedup, Best@1 of the first 1"), 1);
  EXPECT_EQ(value_of(pie, "%Opt, Best@1 of the first 1"), 0);
  EXPECT_EQ(value_of(pie, "%Correct, Best@1 of the first 1"), 0);
  EXPECT_EQ(value_of(pie, "Speedup, Best@2 of the first 2"), 1.25);
  EXPECT_EQ(value_of(pie, "Speedup, Best@3 of the first 3"), 2.5);
  EXPECT_EQ(value_of(pie, "Speedup, best of 3"), 2.5);
  EXPECT_DOUBLE_EQ(value_of(pie, "Speedup, best of 1"), (1 + 1.25 + 2.5) / 3);
  EXPECT_DOUBLE_EQ(value_of(pie, "%Correct, best of 1"), 2.0 / 3);
}

TEST(Pie, CountsAMissingProblemAsNotImprovedAndLeavesOutThoseWithoutAnOldProgram) {
  PeerRun run;
  run.problem("p", 10, 10, {"cpp/baseline"}).rival("p", "baseline", 50, 50).right("p", 25, 25);
  run.problem("missing", 10, 10, {"cpp/baseline"}).problem("without", 10, 10).right("without", 5, 5);
  const PeerFamily pie = run.family("pie");
  EXPECT_EQ(value_of(pie, "Speedup, best of 1"), 1.5);
  EXPECT_EQ(value_of(pie, "%Opt, best of 1"), 0.5);
  EXPECT_EQ(pie.values[0].problems, 2U);
  EXPECT_EQ(pie.values[0].samples, 1U);
  EXPECT_THAT(pie.notes,
              ElementsAre("without an old program, left out: without (the suite has no baseline.cpp)"));
}

TEST(Pie, NeedsAnOldProgramThatIsRight) {
  PeerRun run;
  run.problem("p", 10, 10, {"cpp/baseline"}).failed_rival("p", "baseline", Verdict::runtime_error);
  run.right("p", 10, 10);
  const std::vector<std::string> lacks = lacks_of(run.family("pie"));
  ASSERT_EQ(lacks.size(), 6U);
  EXPECT_EQ(lacks[0],
            "%Opt, best of k: needs the old program of each problem and its cost; baseline is not right: "
            "runtime_error");
}

// ---- AlphaCode ----

TEST(AlphaCode, HasTheValuesOfFourSamplesOfWhichThreePassLevelZeroAndOneIsRight) {
  PeerRun run;
  run.problem("p", 10, 10).wrong("p").late_wrong("p").right("p", 10, 10).over_budget("p");
  const PeerFamily alphacode = run.family("alphacode", {1, 2, 4});
  EXPECT_DOUBLE_EQ(value_of(alphacode, "1@1"), 1.0 / 4);
  EXPECT_DOUBLE_EQ(value_of(alphacode, "1@2"), 1.0 / 3);
  EXPECT_DOUBLE_EQ(value_of(alphacode, "2@4"), 2.0 / 3);
}

TEST(AlphaCode, SaysWhichKItWantsWhereThereIsNoNBelowThem) {
  PeerRun run;
  run.problem("p", 10, 10).right("p", 10, 10).right("p", 10, 10);
  EXPECT_THAT(lacks_of(run.family("alphacode", {2})),
              ElementsAre("n@k: no n below k among --k; give two, as --k 1,10"));
}

// ---- all of them ----

TEST(PeerScores, OmitAKAboveTheSamplesThereAre) {
  PeerRun run;
  run.problem("p", 10, 10).right("p", 10, 10).right("p", 10, 10);
  EXPECT_THAT(counts_of(run.family("coffe", {1, 2, 3})),
              ElementsAre("pass@1 1 2", "pass@2 1 2", "efficient@1 1 2", "efficient@2 1 2", "speedup 1 2"));
}

TEST(PeerScores, HaveAnIntervalOnlyOverSeveralProblems) {
  PeerRun run;
  run.problem("a", 10, 10).right("a", 10, 10);
  EXPECT_FALSE(run.family("coffe").values.back().interval.has_value());
  run.problem("b", 10, 10).right("b", 5, 5);
  const PeerValue speedup = run.family("coffe").values.back();
  ASSERT_TRUE(speedup.interval.has_value());
  EXPECT_EQ(speedup.interval->low, 1);
  EXPECT_EQ(speedup.interval->high, 2);
}

TEST(PeerScores, HaveNoValueForAModelWithoutScoredSamples) {
  PeerRun run;
  run.problem("p", 10, 10).wrong("p");
  run.record().samples[0].verdict = Verdict::internal_error;
  for (const std::string& word : peer_family_words()) {
    for (const PeerValue& value : run.family(word).values) {
      EXPECT_FALSE(value.value.has_value()) << value.name;
      EXPECT_EQ(value.lacks, "no sample was scored") << value.name;
    }
  }
}

// What a sample does may not stop a report: one that hid all of its work has a cost of 0.
TEST(PeerScores, AreFiniteForASampleThatCostNothing) {
  PeerRun run;
  run.problem("p", 10, 10, {"cpp/baseline", "cpp/slow_a"}).rival("p", "baseline", 50, 50);
  run.rival("p", "slow_a", 50, 50).right("p", 0, 0);
  for (const std::string& word : peer_family_words()) {
    for (const PeerValue& value : run.family(word).values) {
      EXPECT_TRUE(std::isfinite(value.value.value_or(0))) << value.name;
    }
  }
}

TEST(PeerFamilies, AreChosenByWordInAnyCaseAndOrder) {
  EXPECT_THAT(choose_peer_families({"PIE", "coffe", "pie"}).value(), ElementsAre("coffe", "pie"));
  EXPECT_EQ(choose_peer_families({"coffe", "all"}).value(), peer_family_words());
  EXPECT_THAT(choose_peer_families({}).value(), IsEmpty());
}

TEST(PeerFamilies, AreSuggestedForAWordThatIsNone) {
  const auto chosen = choose_peer_families({"effibensh"});
  ASSERT_FALSE(chosen);
  EXPECT_EQ(error_text(chosen.error()),
            "effk: error: no benchmark 'effibensh' has metrics here\n"
            "  next: did you mean 'effibench'? there are coffe, evalperf, mercury, effibench, pie, alphacode "
            "and all\n");
}

TEST(PeerFamilies, NeedRivalsOnlyWhereTheirFormulasDo) {
  using metrics::Need;
  EXPECT_FALSE(need({"coffe", "effibench", "alphacode"}, Need::kLadder));
  EXPECT_TRUE(need({"evalperf"}, Need::kLadder));
  EXPECT_TRUE(need({"mercury"}, Need::kLadder));
  EXPECT_FALSE(need({"evalperf", "mercury"}, Need::kOldProgram));
  EXPECT_TRUE(need({"pie"}, Need::kOldProgram));
}

}  // namespace
}  // namespace effk::score
