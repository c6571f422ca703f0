// `effk gate` and `effk compare` as users and CI servers meet them.
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "harness/counters/time_instrument.h"
#include "harness/store/run_reader.h"
#include "harness/store/run_writer.h"
#include "tests/cli/workshop.h"
#include "tests/gate/small_runs.h"

namespace effk {
namespace {

using gate::kMillion;
using gate::right;
using gate::run_of;
using nlohmann::json;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string file_text(const std::filesystem::path& path) {
  auto text = read_file(path);
  return text ? *text : error_text(text.error());
}

class GateProgram : public testing::Test {
 protected:
  std::string stored(const std::string& name, const record::RunRecord& run) const {
    const std::filesystem::path path = workshop_.path(name);
    if (const auto written = store::write_run(path, run); !written)
      throw std::runtime_error(error_text(written.error()));
    return path.string();
  }

  static EffkEnd gate(std::vector<std::string> words, std::vector<std::string> environment = {}) {
    words.insert(words.begin(), "gate");
    environment.push_back("EFFK_CACHE=" + test_cache().string());
    return run_effk({.arguments = std::move(words), .environment = std::move(environment)});
  }

  // What readers of the oracle script say of a file; empty if they have no complaint.
  static std::string complaint(const std::string& kind, const std::string& files) {
    const std::string command = "/usr/bin/python3 " EFFK_GATE_READERS " " + kind + " " + files + " 2>&1";
    FILE* const pipe = ::popen(command.c_str(), "r");
    std::string said;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
    return ::pclose(pipe) == 0 ? "" : said;
  }

  Workshop workshop_;
};

const record::RunRecord kBase = run_of({"p", "q"}, {right("p", "0"), right("q", "0")});
const record::RunRecord kWorse = run_of({"p", "q"}, {right("p", "0", kMillion + 5000), right("q", "0")});

TEST_F(GateProgram, EndsWith0WhereNothingIsWorseAnd1WhereAnythingIs) {
  const std::string base = stored("base.effk", kBase);
  const EffkEnd same = gate({base, "--baseline", base});
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_THAT(same.out, StartsWith("gate PASSED: 0 worse"));
  const EffkEnd worse = gate({stored("worse.effk", kWorse), "--baseline", base});
  EXPECT_EQ(worse.status, 1) << worse.err;
  EXPECT_THAT(worse.out,
              HasSubstr("level 1 costs 1,005,000 instructions, 5,000 (+0.5%) more than 1,000,000"));
}

TEST_F(GateProgram, SaysOfEveryFaultWhoseItIs) {
  const std::string base = stored("base.effk", kBase);
  record::RunRecord half = kBase;
  half.complete = false;
  EXPECT_EQ(gate({stored("half.effk", half), "--baseline", base}).status, 3);
  record::RunRecord other = kBase;
  other.environment["libc"] = "2.40";
  const std::string differs = stored("other.effk", other);
  const EffkEnd refused = gate({differs, "--baseline", base});
  EXPECT_EQ(refused.status, 3);
  EXPECT_THAT(last_error(refused.err), HasSubstr("libc is '2.36' in the baseline and '2.40' in the run"));
  EXPECT_EQ(gate({differs, "--baseline", base, "--across", "libc"}).status, 0);
  EXPECT_EQ(gate({differs, "--baseline", base, "--across", "lib"}).status, 2);
  const std::string nothing = stored("nothing.effk", run_of({"z"}, {right("z", "0")}));
  EXPECT_EQ(gate({nothing, "--baseline", base}).status, 3);
  EXPECT_EQ(gate({base}).status, 2);
  EXPECT_EQ(gate({base, "--baseline", workshop_.path("absent").string()}).status, 3);
  EXPECT_EQ(gate({base, "--baseline", base, "--today", "2026-02-30"}).status, 2);
  EXPECT_EQ(gate({base, "--baseline", base, "--json", "--junit", "-"}).status, 2);
  EXPECT_EQ(gate({base, "--baseline", base, "--junit", workshop_.path("no/such/folder").string()}).status, 4);
}

TEST_F(GateProgram, AllowsWhatItsLimitsAllowAndNoLonger) {
  const std::string base = stored("base.effk", kBase);
  const std::string worse = stored("worse.effk", kWorse);
  const std::string limits = workshop_.write(
      "limits.json",
      R"({"schema": 1, "allow": [{"problem": "p", "reason": "known", "expires": "2026-05-31"}]})");
  const EffkEnd allowed = gate({worse, "--baseline", base, "--limits", limits, "--today", "2026-05-31"});
  EXPECT_EQ(allowed.status, 0) << allowed.out << allowed.err;
  EXPECT_THAT(allowed.out, HasSubstr("allowed until 2026-05-31: known"));
  const EffkEnd expired = gate({worse, "--baseline", base, "--limits", limits, "--today", "2026-06-01"});
  EXPECT_EQ(expired.status, 1);
  EXPECT_THAT(expired.out, HasSubstr("expired the allowance for problem p expired on 2026-05-31 (known)"));
  const EffkEnd misspelt = gate(
      {worse, "--baseline", base, "--limits", workshop_.write("bad.json", R"({"schema": 1, "alow": []})")});
  EXPECT_EQ(misspelt.status, 3);
  EXPECT_THAT(last_error(misspelt.err),
              HasSubstr("/alow is not a known member\n  why:  did you mean 'allow'?"));
}

TEST_F(GateProgram, WritesEveryFormAtOnceForRealReaders) {
  record::RunRecord base = kBase;
  record::RunRecord run = kWorse;
  for (record::RunRecord* one : {&base, &run}) {
    for (record::SampleRecord& sample : one->samples) sample.model = "m\x1b[31m<\"&'>\u202e\xff,a:b|%";
  }
  run.samples.push_back(right("q", "new"));
  run.samples.back().model = run.samples[0].model;
  const std::string old_file = stored("base.effk", base);
  const std::string new_file = stored("run.effk", run);
  const auto out = [&](const char* name) { return workshop_.path(name).string(); };
  workshop_.write("summary.md", "what the step said before\n");
  const EffkEnd end =
      gate({new_file, "--baseline", old_file, "--json", "--junit", out("junit.xml"), "--github-annotations",
            "--google-benchmark", out("new.json"), "--action-benchmark", out("costs.json"),
            "--action-benchmark-scores", out("scores.json")},
           {"GITHUB_STEP_SUMMARY=" + out("summary.md")});
  ASSERT_EQ(end.status, 1) << end.err;
  EXPECT_EQ(json::parse(end.out)["counts"]["worse"], 1);
  EXPECT_THAT(end.err, HasSubstr("gate FAILED"));
  EXPECT_THAT(end.err, HasSubstr("\n::error title=effk gate%3A m"));
  EXPECT_THAT(file_text(out("summary.md")), StartsWith("what the step said before\n## effk gate: FAILED"));
  EXPECT_EQ(complaint("junit", out("junit.xml") + " 1 1"), "");  // one failure, one new and skipped
  EXPECT_EQ(complaint("action", out("costs.json") + " " + out("scores.json")), "");
  ASSERT_EQ(gate({old_file, "--baseline", old_file, "--google-benchmark", out("old.json")}).status, 0);
  EXPECT_EQ(complaint("google", out("old.json") + " " + out("new.json")), "");
}

TEST_F(GateProgram, IsReadByGoogleBenchmarksOwnCompare) {
  if (!std::filesystem::exists("/usr/share/benchmark/compare.py") ||
      std::system("/usr/bin/python3 -c 'import scipy' 2>/dev/null") != 0)
    GTEST_SKIP() << "compare.py needs libbenchmark-tools and python3-scipy: apt-get install them";
  const std::string base = stored("base.effk", kBase);
  const std::string run = stored("run.effk", kWorse);
  const auto out = [&](const char* name) { return workshop_.path(name).string(); };
  gate({base, "--baseline", base, "--google-benchmark", out("old.json")});
  gate({run, "--baseline", base, "--google-benchmark", out("new.json")});
  const std::string command = "/usr/bin/python3 /usr/share/benchmark/compare.py --no-color benchmarks " +
                              out("old.json") + " " + out("new.json") + " >" + out("said") + " 2>&1";
  ASSERT_EQ(std::system(command.c_str()), 0) << file_text(out("said"));
  // 5 M and 5,005,000: +0.001.
  EXPECT_THAT(file_text(out("said")),
              AllOf(HasSubstr("m/p/cpp/0"), HasSubstr("+0.0010"), HasSubstr("5005000")));
}

TEST_F(GateProgram, CompareSaysTheSameAndNeverFails) {
  const std::string base = stored("base.effk", kBase);
  record::RunRecord other = kWorse;
  other.environment["libc"] = "2.40";
  other.samples[0] = right("p", "0", 2 * kMillion);
  const std::string run = stored("run.effk", other);
  const EffkEnd end = run_effk({.arguments = {"compare", base, run}});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.out, StartsWith("1 worse, 0 better"));
  EXPECT_THAT(end.out, HasSubstr("environments that differ: libc is"));
  EXPECT_EQ(json::parse(run_effk({.arguments = {"compare", base, run, "--json"}}).out)["counts"]["worse"], 1);
  EXPECT_EQ(run_effk({.arguments = {"compare", base}}).status, 2);
  EXPECT_EQ(run_effk({.arguments = {"compare", base, "--models", "m,n"}}).status, 3);
}

TEST_F(GateProgram, HasExamplesForContinuousIntegrationThatAYamlReaderReads) {
  if (std::system("/usr/bin/python3 -c 'import yaml' 2>/dev/null") != 0)
    GTEST_SKIP() << "there is no YAML reader: apt-get install python3-yaml";
  EXPECT_EQ(complaint("yaml", EFFK_DOCS "/ci/github-actions.yml " EFFK_DOCS "/ci/gitlab-ci.yml"), "");
}

// What is measured here is measured by icount: equal work, equal counts.
class MeasuredGate : public GateProgram {
 protected:
  std::string measured(const std::string& name, const std::vector<std::string>& options) const {
    std::vector<std::string> words = {"run",        workshop_.path("good").string(),
                                      "-o",         workshop_.path(name).string(),
                                      "--suite",    EFFK_SMALL_SUITE,
                                      "--problems", "add_up,pick_pairs"};
    words.insert(words.end(), options.begin(), options.end());
    const EffkEnd end = run_effk({.arguments = words});
    EXPECT_EQ(end.status, 0) << end.err;
    return workshop_.path(name).string();
  }
  void swap_in(const std::string& problem, const std::string& rival) const {
    std::filesystem::copy_file(std::filesystem::path(EFFK_SMALL_SUITE) / "references" / problem / rival,
                               workshop_.path("good") / problem / "1.cpp",
                               std::filesystem::copy_options::overwrite_existing);
  }
};

TEST_F(MeasuredGate, PassesTheSameSamplesAndCatchesARivalAndAWrongAnswer) {
  workshop_.references_as_submission();
  const std::string base = measured("base.effk", {"--instrument", "icount"});
  const EffkEnd same =
      gate({measured("same.effk", {"--instrument", "icount"}), "--baseline", base, "--json"});
  EXPECT_EQ(same.status, 0) << same.out << same.err;
  for (const json& sample : json::parse(same.out)["samples"]) {
    EXPECT_EQ(sample["cost"], sample["cost_before"]);
    EXPECT_EQ(sample["outcome"], "no difference resolved");
  }
  swap_in("add_up", "slow_prefixes.cpp");
  swap_in("pick_pairs", "wrong_earliest_start.cpp");
  const EffkEnd worse = gate({measured("worse.effk", {"--instrument", "icount"}), "--baseline", base});
  EXPECT_EQ(worse.status, 1) << worse.out << worse.err;
  EXPECT_THAT(worse.out, StartsWith("gate FAILED: 2 worse"));
  EXPECT_THAT(worse.out, HasSubstr("worse   good/add_up/cpp/1\n"));
  EXPECT_THAT(worse.out, HasSubstr("worse   good/pick_pairs/cpp/1\n        accepted, and now wrong_answer"));
}

TEST_F(MeasuredGate, OfTimesFailsOnlyWhatIsSlowerTwice) {
  if (const auto clock = counters::make_time_instrument(); !clock) GTEST_SKIP() << error_text(clock.error());
  workshop_.references_as_submission();
  const std::vector<std::string> timed = {"--cost", "time", "--repetitions", "6", "--problems", "add_up"};
  const std::string base = measured("base.effk", timed);
  const std::vector<std::string> suite = {"--suite", EFFK_SMALL_SUITE};
  // Noise alone.
  const EffkEnd noise = gate({measured("again.effk", timed), "--baseline", base, suite[0], suite[1]});
  EXPECT_EQ(noise.status, 0) << noise.out << noise.err;

  // A run whose first measurement was disturbed: 60% dearer, though its code is the baseline's.
  record::RunRecord disturbed = store::read_run(base).value();
  for (record::CaseRecord& one : disturbed.samples.at(0).cases) {
    if (one.level == 0 || !one.cost) continue;
    one.cost->value += one.cost->value * 6 / 10;
    one.spread = {0};
  }
  const std::string run = stored("disturbed.effk", disturbed);
  const EffkEnd vanished = gate({run, "--baseline", base, suite[0], suite[1]});
  EXPECT_EQ(vanished.status, 0) << vanished.out << vanished.err;
  EXPECT_THAT(vanished.out, HasSubstr("vanished in a second measurement"));
  const EffkEnd unconfirmed = gate({run, "--baseline", base, "--no-confirm"});
  EXPECT_EQ(unconfirmed.status, 1) << unconfirmed.out;

  swap_in("add_up", "slow_prefixes.cpp");
  const EffkEnd confirmed = gate({measured("slow.effk", timed), "--baseline", base, suite[0], suite[1]});
  EXPECT_EQ(confirmed.status, 1) << confirmed.out << confirmed.err;
  EXPECT_THAT(confirmed.out, HasSubstr("confirmed by a second measurement"));
}

}  // namespace
}  // namespace effk
