// The metrics of other benchmarks, from the command line to the last digit: what one run stores, a program of
// its own recomputes from the definitions.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>

#include "harness/store/run_reader.h"
#include "tests/cli/workshop.h"
#include "tests/store/old_run.h"

namespace effk {
namespace {

// A right solution between the reference and the suite's slow one.
constexpr const char* kTwice = R"(#include <vector>
long long add_up(const std::vector<long long>& values) {
  long long sum = 0;
  for (const long long value : values) sum = (sum + value * value) % 1000003;
  long long again = 0;
  for (std::size_t i = values.size(); i-- > 0;) again = (again + values[i] * values[i] + 5) % 1000003;
  return again < 0 ? again : sum;
}
)";

// One that is cheaper than the reference, which takes a remainder each time.
constexpr const char* kCheaper = R"(#include <vector>
long long add_up(const std::vector<long long>& values) {
  unsigned long long sum = 0;
  for (const long long value : values) sum += static_cast<unsigned long long>(value * value);
  return static_cast<long long>(sum % 1000003);
}
)";

class PeerMetricsTest : public ::testing::Test {
 protected:
  // A suite with an old program for one problem, and two models; one of them has not tried the other problem.
  PeerMetricsTest() : suite_(workshop_.suite()) {
    const std::filesystem::path references = suite_ / "references";
    workshop_.write("suite/references/add_up/baseline.cpp", kTwice);
    workshop_.write("models/first/add_up/1.cpp", "int nothing;\n");
    workshop_.write("models/first/add_up/2.cpp", kTwice);
    workshop_.write("models/first/add_up/3.cpp", kCheaper);
    for (const char* name : {"reference", "wrong_earliest_start", "slow_rescans"}) {
      const std::string to = std::string("first/pick_pairs/") + (name[0] == 'r'   ? "1"
                                                                 : name[0] == 'w' ? "2"
                                                                                  : "3");
      std::filesystem::create_directories(workshop_.path("models/first/pick_pairs"));
      std::filesystem::copy_file(references / "pick_pairs" / (std::string(name) + ".cpp"),
                                 workshop_.path("models/" + to + ".cpp"));
    }
    workshop_.write("models/second/add_up/1.cpp", kCheaper);
  }

  EffkEnd run(const std::string& metrics) const {
    return run_effk(
        {.arguments = {"run", workshop_.path("models").string(), "-o", file(), "--suite", suite_.string(),
                       "--instrument", "icount", "--metrics", metrics, "--k", "1,2,3", "--json"},
         .environment = {"EFFK_CACHE=" + workshop_.path("cache").string()}});
  }
  std::string file() const { return workshop_.path("run.effk").string(); }

  Workshop workshop_;
  std::filesystem::path suite_;
};

TEST_F(PeerMetricsTest, AreWhatTheirDefinitionsGiveForTheRowsOfTheRun) {
  const EffkEnd end = run("all");
  ASSERT_EQ(end.status, 0) << end.err;
  const std::filesystem::path report = workshop_.write("report.json", end.out);
  const std::string oracle = std::string("/usr/bin/python3 ") + EFFK_PEER_ORACLE + " " + file() + " " +
                             report.string() + " 1,2,3 >" + workshop_.path("verdict").string() + " 2>&1";
  const int status = std::system(oracle.c_str());
  const std::string verdict = read_file(workshop_.path("verdict")).value_or("");
  EXPECT_EQ(status, 0) << verdict;
  // First model, k 1, 2 and 3: COFFE 7, EvalPerf 2, Mercury 4, EffiBench 4, PIE 18, AlphaCode 4. Second, k 1:
  // COFFE 3, Mercury 2, EffiBench 4, PIE 6, AlphaCode 1; it has no sample where there is a ladder.
  EXPECT_EQ(verdict, "55 values agree\n");
}

TEST_F(PeerMetricsTest, MeasureNoMoreSolutionsOfTheSuiteThanTheyNeed) {
  const auto names = [&] {
    std::string all;
    const auto stored = store::read_run(file());
    if (!stored) return error_text(stored.error());
    for (const record::RivalRecord& rival : stored->rivals)
      all += rival.problem + "/" + rival.name + " " + std::string(record::to_string(rival.verdict)) + "\n";
    return all;
  };
  ASSERT_EQ(run("coffe").status, 0);
  EXPECT_EQ(names(), "");
  std::filesystem::remove(file());
  ASSERT_EQ(run("pie").status, 0);
  EXPECT_EQ(names(), "add_up/baseline accepted\n");
}

TEST_F(PeerMetricsTest, HaveAnOldProgramWhoseRightnessIsVerified) {
  const auto promises = [&] {
    return run_effk({.arguments = {"verify", "add_up", "--language", "cpp", "--instrument", "icount",
                                   "--suite", suite_.string(), "--json"},
                     .environment = {"EFFK_CACHE=" + workshop_.path("cache").string()}})
        .out;
  };
  const auto kept = [](const std::string& all) {
    const std::size_t start = all.find("baseline in cpp is right");
    const std::size_t end = all.find('\n', start);
    const std::string line = start == std::string::npos ? all : all.substr(start, end - start);
    return line.find("\"kept\":true") != std::string::npos    ? std::string("kept")
           : line.find("\"kept\":false") != std::string::npos ? "broken"
                                                              : "no such promise: " + line;
  };
  EXPECT_EQ(kept(promises()), "kept");
  std::filesystem::copy_file(suite_ / "references/add_up/wrong_no_modulus.cpp",
                             suite_ / "references/add_up/baseline.cpp",
                             std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(kept(promises()), "broken");
}

TEST(PeerMetrics, OfARunBeforeThemAreThosePossibleWithIt) {
  const Workshop workshop;
  store::make_old_run(1, workshop.path("old.effk"));
  const EffkEnd end =
      run_effk({.arguments = {"report", workshop.path("old.effk").string(), "--metrics", "mercury,alphacode",
                              "--problems", "pick_pairs", "--k", "1,2"}});
  EXPECT_EQ(end.status, 0) << end.err;
  const std::size_t start = end.out.find("Mercury\n");
  ASSERT_NE(start, std::string::npos) << end.out;
  EXPECT_EQ(end.out.substr(start),
            R"(Mercury
  Beyond; Beyond@k, first k: n/a: needs two or more right solutions of different cost for each
    problem; this run is of an older effk, which did not measure slow_*.cpp

AlphaCode
  model  language  metric  value  95% interval  problems  samples
  one    cpp       1@1     0.500             -       1/1      2/2
  one    cpp       1@2     0.500             -       1/1      2/2
  the cases of level 0 stand for public tests: hidden ones, and more than a statement shows
  n@k/alphacode-2022: probability that one of n submissions is right, taken at random among those of
    k samples that pass the public tests; mean over the selected problems. Failures: a sample that
    fails a public test, which is here any case of level 0, is never submitted; one that fails
    otherwise or runs over budget solves nothing; a missing problem counts 0.
)");
}

TEST(PeerMetrics, OfAnUnknownBenchmarkAreAUsageErrorThatSuggestsAnother) {
  for (const std::vector<std::string>& command :
       {std::vector<std::string>{"report", "/nowhere/run"}, {"run", "/nowhere", "-o", "/nowhere/run"}}) {
    std::vector<std::string> arguments = command;
    arguments.insert(arguments.end(), {"--metrics", "coffee"});
    const EffkEnd end = run_effk({.arguments = arguments});
    EXPECT_EQ(end.status, 2);
    EXPECT_EQ(end.err,
              "effk: error: no benchmark 'coffee' has metrics here\n"
              "  next: did you mean 'coffe'? there are coffe, evalperf, mercury, effibench, pie, alphacode "
              "and all\n");
  }
}

}  // namespace
}  // namespace effk
