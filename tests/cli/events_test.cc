// `effk run --events` as users meet it, with the kernel's own events: they need no counter.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "harness/counters/side_events.h"
#include "harness/counters/time_instrument.h"
#include "harness/store/run_reader.h"
#include "tests/cli/workshop.h"

namespace effk {
namespace {

using nlohmann::json;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kFaults = "PERF_COUNT_SW_PAGE_FAULTS";

// Right, and writes to 3000 fresh pages on the way.
constexpr const char* kSpacious =
    "long long add_up(const std::vector<long long>& values) {\n"
    "  volatile char* pages = static_cast<char*>(std::calloc(3000, 4096));\n"
    "  for (int i = 0; i < 3000; ++i) pages[i * 4096] = 1;\n  long long sum = 0;\n"
    "  for (long long v : values) sum = (sum + v * v) % 1000003;\n  return sum;\n}\n";
constexpr const char* kFrugal =
    "long long add_up(const std::vector<long long>& values) {\n  long long sum = 0;\n"
    "  for (long long v : values) sum = (sum + v * v) % 1000003;\n  return sum;\n}\n";

class Events : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    workshop_ = std::make_unique<Workshop>();
    workshop_->write("m/add_up/spacious.cpp", kSpacious);
    workshop_->write("m/add_up/frugal.cpp", kFrugal);
    workshop_->write("m/add_up/broken.cpp", "int add_up(");
    if (can_count()) end_ = run("run.effk", {"--cost", "time", "--repetitions", "1", "--events", kFaults});
  }

  static void TearDownTestSuite() { workshop_.reset(); }

  static bool can_count() {
    return counters::SideEvents::open({kFaults}).has_value() && counters::make_time_instrument().has_value();
  }

  void SetUp() override {
    if (const auto events = counters::SideEvents::open({kFaults}); !events)
      GTEST_SKIP() << error_text(events.error());
    if (const auto clock = counters::make_time_instrument(); !clock)
      GTEST_SKIP() << error_text(clock.error());
    ASSERT_EQ(end_.status, 0) << end_.err;
  }

  static std::string file(const std::string& name) { return workshop_->path(name).string(); }

  static EffkEnd run(const std::string& output, const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"run",     file("m"),        "-o",         file(output),
                                          "--suite", EFFK_SMALL_SUITE, "--problems", "add_up"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_effk({.arguments = arguments});
  }

  static std::string output_of(const std::vector<std::string>& arguments) {
    const EffkEnd end = run_effk({.arguments = arguments});
    EXPECT_EQ(end.status, 0) << end.err;
    return end.out;
  }

  static inline std::unique_ptr<Workshop> workshop_;
  static inline EffkEnd end_;
};

TEST_F(Events, AreStoredForEachCaseOfSamplesAndReferences) {
  const auto run = store::read_run(file("run.effk"));
  ASSERT_TRUE(run) << error_text(run.error());
  EXPECT_EQ(run->environment.at("events"), kFaults);
  std::map<std::string, std::uint64_t> least;
  for (const record::SampleRecord& sample : run->samples) {
    for (const record::CaseRecord& one : sample.cases) {
      ASSERT_EQ(one.use.events.size(), 1U);
      const auto [place, is_new] = least.emplace(sample.sample, one.use.events.at(kFaults));
      if (!is_new) place->second = std::min(place->second, one.use.events.at(kFaults));
    }
  }
  ASSERT_EQ(least.size(), 2U) << "what does not compile has no cases";
  EXPECT_GT(least.at("spacious"), least.at("frugal"));
  ASSERT_EQ(run->references.size(), 1U);
  for (const record::ReferenceCase& one : run->references[0].cases)
    EXPECT_GT(one.use->events.at(kFaults), 0U);
  EXPECT_THAT(end_.err, Not(HasSubstr("is not recorded"))) << "the kernel's own events share no counter";
}

TEST_F(Events, AreShownWhereASampleIsExplained) {
  const std::string text = output_of({"report", file("run.effk"), "--explain", "m/add_up/cpp/frugal"});
  EXPECT_THAT(text, testing::ContainsRegex("PERF_COUNT_SW_PAGE_FAULTS  the sample +[0-9]+ +[0-9]+"));
  EXPECT_THAT(text, testing::ContainsRegex("the reference +[0-9]+ +[0-9]+"));
}

TEST_F(Events, AreNamedInTheReportsEnvironmentAndNotInItsSamples) {
  EXPECT_EQ(json::parse(output_of({"report", file("run.effk"), "--json"}))["environment"]["events"], kFaults);
  EXPECT_THAT(output_of({"report", file("run.effk"), "--samples"}), Not(HasSubstr(kFaults)));
}

TEST_F(Events, AreExportedAndReadAgain) {
  const std::string csv = output_of({"export", file("run.effk"), "--format", "csv"});
  EXPECT_THAT(csv.substr(0, csv.find_first_of("\r\n")), EndsWith(std::string(",detail,") + kFaults));
  const std::string lines = output_of({"export", file("run.effk")});
  EXPECT_THAT(lines, HasSubstr(R"("events":{"PERF_COUNT_SW_PAGE_FAULTS":)"));
  workshop_->write("run.jsonl", lines);
  EXPECT_EQ(output_of({"export", file("run.jsonl")}), lines);
  const std::string without = output_of({"export", file("run.effk"), "--without-use"});
  EXPECT_THAT(without, Not(HasSubstr("\"events\":{")));
}

TEST_F(Events, StayInARunThatIsMerged) {
  const EffkEnd merged = run_effk({.arguments = {"merge", file("run.effk"), "-o", file("merged.effk")}});
  ASSERT_EQ(merged.status, 0) << merged.err;
  EXPECT_EQ(output_of({"export", file("merged.effk")}), output_of({"export", file("run.effk")}));
}

TEST_F(Events, OfARunThatIsGoneOnWithMustBeTheSame) {
  const EffkEnd other = run("run.effk", {"--cost", "time", "--repetitions", "1", "--resume"});
  EXPECT_EQ(other.status, 3);
  EXPECT_EQ(last_error(other.err),
            "effk: error: cannot go on with " + file("run.effk") +
                "\n  why:  events is 'PERF_COUNT_SW_PAGE_FAULTS' in " + file("run.effk") +
                " and not recorded in what is asked\n"
                "  next: ask for what it was begun with, or measure anew into another file with -o\n");
  const EffkEnd same =
      run("run.effk", {"--cost", "time", "--repetitions", "1", "--events", kFaults, "--resume"});
  EXPECT_EQ(same.status, 0);
  EXPECT_THAT(same.err, HasSubstr("nothing to do"));
}

TEST_F(Events, ThatNobodyKnowsAreRefusedBeforeAnythingIsMeasured) {
  const EffkEnd end = run("x.effk", {"--cost", "time", "--events", "PERF_COUNT_SW_PAGE_FAULTS,MOONS"});
  EXPECT_EQ(end.status, 2);
  EXPECT_EQ(last_error(end.err),
            "effk: error: unknown event 'MOONS'\n  why:  event not found\n"
            "  next: the events of this machine: perf list\n");
  EXPECT_FALSE(std::filesystem::exists(file("x.effk")));
}

TEST_F(Events, BeyondEightAreRefused) {
  const EffkEnd end = run("x.effk", {"--cost", "time", "--events", "a,b,c,d,e,f,g,h,i"});
  EXPECT_EQ(end.status, 2);
  EXPECT_THAT(end.err, HasSubstr("effk: error: --events names 9 events\n"));
}

TEST_F(Events, AreRefusedUnderATranslatorWhoseEventsTheyWouldBe) {
  const EffkEnd end = run("x.effk", {"--instrument", "icount", "--events", kFaults});
  if (end.status == 4) GTEST_SKIP() << end.err;
  EXPECT_EQ(end.status, 2);
  EXPECT_EQ(last_error(end.err),
            "effk: error: --events does not go with the instrument icount\n"
            "  why:  icount translates code while it runs, and the events would be the translation's\n"
            "  next: --cost time, or --instrument perf on a machine with counters (effk doctor)\n");
  EXPECT_FALSE(std::filesystem::exists(file("x.effk")));
}

TEST_F(Events, AreRefusedWhereAutoTookATranslatorSayingWhy) {
  const EffkEnd end = run("auto.effk", {"--events", kFaults});
  if (end.status == 0) GTEST_SKIP() << "this machine has hardware counters, and auto takes them";
  EXPECT_EQ(end.status, 2);
  EXPECT_THAT(last_error(end.err), HasSubstr("; auto took icount: "));
}

}  // namespace
}  // namespace effk
