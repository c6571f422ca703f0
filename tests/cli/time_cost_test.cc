// `effk run --cost time` as users meet it. How long things take is nowhere asked: only what holds on any
// machine, however busy.
#include <gmock/gmock.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "harness/counters/time_instrument.h"
#include "harness/store/run_reader.h"
#include "tests/cli/workshop.h"

namespace effk {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kRightPython = "def add_up(values):\n    return sum(v * v for v in values) % 1000003\n";
constexpr const char* kWrongPython =
    "def add_up(values):\n    return sum(v * v for v in values) % 1000003 + 1\n";
constexpr const char* kCrashingPython = "def add_up(values):\n    return values[len(values)]\n";
constexpr const char* kEndlessPython = "def add_up(values):\n    while True:\n        pass\n";
constexpr const char* kRightCpp =
    "long long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n"
    "  for (long long v : values) sum = (sum + v * v) % 1000003;\n  return sum;\n}\n";
constexpr const char* kWrongCpp = "long long add_up(const std::vector<long long>& values) { return 7; }\n";

class TimeCost : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!counters::make_time_instrument()) return;
    workshop_ = std::make_unique<Workshop>();
    workshop_->write("m/add_up/right.py", kRightPython);
    workshop_->write("m/add_up/wrong.py", kWrongPython);
    workshop_->write("m/add_up/crashing.py", kCrashingPython);
    workshop_->write("m/add_up/endless.py", kEndlessPython);
    workshop_->write("m/add_up/right.cpp", kRightCpp);
    workshop_->write("m/add_up/wrong.cpp", kWrongCpp);
    end_ = run_effk(
        {.arguments = {"run", workshop_->path("m").string(), "-o", run(), "--suite", EFFK_SMALL_SUITE,
                       "--problems", "add_up", "--cost", "time", "--repetitions", "2"}});
  }

  static void TearDownTestSuite() { workshop_.reset(); }

  void SetUp() override {
    const auto clock = counters::make_time_instrument();
    if (!clock) GTEST_SKIP() << error_text(clock.error());
    ASSERT_EQ(end_.status, 0) << end_.err;
  }

  static std::string run() { return workshop_->path("run.effk").string(); }

  static std::map<std::string, json> samples() {
    std::map<std::string, json> all;
    std::istringstream report(run_effk({.arguments = {"report", run(), "--samples"}}).out);
    for (std::string line; std::getline(report, line);) {
      const json sample = json::parse(line);
      all[sample["language"].get<std::string>() + " " + sample["sample"].get<std::string>()] = sample;
    }
    return all;
  }

  static inline std::unique_ptr<Workshop> workshop_;
  static inline EffkEnd end_;
};

TEST_F(TimeCost, SaysBeforeAndAfterThatTimesAreNoCounts) {
  EXPECT_THAT(end_.err, HasSubstr("instrument time: --cost time\n"));
  EXPECT_THAT(end_.err, HasSubstr("not protected: CPU time is not repeatable"));
  EXPECT_THAT(end_.out, HasSubstr("\ncost: CPU time in ns, of 2 repetitions in turn with the reference's"));
  EXPECT_THAT(end_.out, HasSubstr("warning: costs are CPU time, which is not repeatable: another run gives"));
  EXPECT_THAT(end_.out, Not(HasSubstr("--jobs")));
  EXPECT_EQ(end_.outlived_by, 0);
}

TEST_F(TimeCost, LeavesWrongSamplesWrong) {
  const auto all = samples();
  ASSERT_EQ(all.size(), 6u);
  for (const char* name : {"python wrong", "cpp wrong"}) {
    EXPECT_EQ(all.at(name)["verdict"], "wrong_answer");
    EXPECT_EQ(all.at(name)["score"], 0);
  }
  EXPECT_EQ(all.at("python crashing")["verdict"], "runtime_error");
  EXPECT_FALSE(all.at("python crashing")["passed"]);
}

TEST_F(TimeCost, StopsWhatDoesNotEndByItsTime) {
  const json sample = samples().at("python endless");
  EXPECT_EQ(sample["verdict"], "budget_exceeded");
  EXPECT_EQ(sample["costs"][0][0], nullptr);
  EXPECT_FALSE(sample["passed"]) << "it stops at level 0";
  const EffkEnd end = run_effk({.arguments = {"report", run(), "--explain", "m/add_up/python/endless"}});
  EXPECT_THAT(end.out, HasSubstr("verdict: budget_exceeded: level 0, case 0: needed more than"));
  EXPECT_THAT(end.out, HasSubstr("ms of CPU time\n"));
}

TEST_F(TimeCost, PassesWhatIsRightAndNamesItsUnit) {
  const auto all = samples();
  for (const char* name : {"python right", "cpp right"}) {
    EXPECT_TRUE(all.at(name)["passed"]) << all.at(name);
    EXPECT_EQ(all.at(name)["cost"], "time");
    EXPECT_EQ(all.at(name)["unit"], "ns");
  }
  const json report = json::parse(run_effk({.arguments = {"report", run(), "--json"}}).out);
  EXPECT_EQ(report["instrument"], "time");
  EXPECT_EQ(report["cost"], "time");
  EXPECT_EQ(report["unit"], "ns");
  EXPECT_EQ(report["environment"]["repetitions"], "2");
  EXPECT_EQ(report["environment"].count("machine.load"), 1u);
}

TEST_F(TimeCost, StoresTheUnitWithTheRun) {
  const auto stored = store::read_run(run());
  ASSERT_TRUE(stored) << error_text(stored.error());
  EXPECT_EQ(record::cost_unit(stored->environment), CostUnit::cpu_time_nanoseconds);
  ASSERT_EQ(stored->references.size(), 2u);
  for (const record::ReferenceRecord& reference : stored->references) {
    for (const record::ReferenceCase& one : reference.cases) EXPECT_GT(one.cost.value, 0u);
  }
}

TEST_F(TimeCost, WarnsOfSamplesThatAreTimedSideBySide) {
  const std::string side_by_side = workshop_->path("side_by_side.effk").string();
  workshop_->write("one/add_up/wrong.cpp", kWrongCpp);
  const EffkEnd end =
      run_effk({.arguments = {"run", workshop_->path("one").string(), "-o", side_by_side, "--suite",
                              EFFK_SMALL_SUITE, "--cost", "time", "--repetitions", "1", "--jobs", "2"}});
  ASSERT_EQ(end.status, 0) << end.err;
  const json report = json::parse(run_effk({.arguments = {"report", side_by_side, "--json"}}).out);
  EXPECT_THAT(report["warnings"][0].get<std::string>(),
              testing::EndsWith("; 2 samples at a time (--jobs) slow each other down"));
}

}  // namespace
}  // namespace effk
