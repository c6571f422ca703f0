// Runs as text and as parts of a whole: nothing is lost on the way.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "harness/store/run_reader.h"
#include "tests/cli/stored_runs.h"

namespace effk {
namespace {

namespace fs = std::filesystem;

class ExportTest : public StoredRunsTest {
 protected:
  std::string exported(const std::string& run, const std::vector<std::string>& more = {}) const {
    std::vector<std::string> arguments = {"export", file(run)};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const EffkEnd end = run_effk({.arguments = arguments});
    EXPECT_EQ(end.status, 0) << end.err;
    return end.out;
  }
};

TEST_F(ExportTest, IsReadAsTheRunAndExportedAgainGivesTheSameBytes) {
  ASSERT_EQ(run("m", "run").status, 0);
  const EffkEnd written = run_effk({.arguments = {"export", file("run"), "-o", file("run.jsonl")}});
  ASSERT_EQ(written.status, 0) << written.err;
  EXPECT_EQ(written.out, "");
  const std::string lines = read_file(file("run.jsonl")).value();
  EXPECT_EQ(lines, exported("run"));
  EXPECT_EQ(exported("run.jsonl"), lines);
  EXPECT_EQ(numbers("run.jsonl"), numbers("run"));
  EXPECT_EQ(numbers("run.jsonl", {"--details"}), numbers("run", {"--details"}));
}

TEST_F(ExportTest, WithoutUseIsTheSameOfEveryRunOfTheSame) {
  ASSERT_EQ(run("m", "one").status, 0);
  ASSERT_EQ(run("m", "two").status, 0);
  EXPECT_EQ(exported("one", {"--without-use"}), exported("two", {"--without-use"}));
}

TEST_F(ExportTest, HasWhatASolverWasShownAndTheReferencesCode) {
  ASSERT_EQ(run("m", "run").status, 0);
  const EffkEnd shown = run_effk({.arguments = {"show", "add_up", "--suite", EFFK_SMALL_SUITE}});
  const std::string lines = exported("run");
  int seen = 0;
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t end = lines.find('\n', from);
    const auto line = nlohmann::json::parse(lines.substr(from, end - from));
    from = end + 1;
    if (line.value("problem", "") != "add_up") continue;
    if (line["type"] == "problem") {
      EXPECT_EQ(shown.out.find(line["statement"].get<std::string>()), 0U);
      for (const char* language : {"cpp", "python"})
        EXPECT_NE(shown.out.find(line["signatures"][language].get<std::string>() + "\n"), std::string::npos);
      ++seen;
    } else if (line["type"] == "reference") {
      const std::string ending = line["language"] == "cpp" ? "cpp" : "py";
      EXPECT_EQ(line["code"], read_file(file("m/add_up/reference." + ending)).value());
      for (const auto& one : line["cases"]) EXPECT_EQ(one["arguments_digest"].get<std::string>().size(), 32U);
      ++seen;
    }
  }
  EXPECT_EQ(seen, 3);
}

TEST_F(ExportTest, AsCsvHasARowASampleAndCase) {
  ASSERT_EQ(run("m", "run").status, 0);
  const auto stored = store::read_run(file("run"));
  std::size_t rows = 1;
  for (const record::SampleRecord& one : stored->samples) rows += std::max<std::size_t>(one.cases.size(), 1);
  const std::string csv = exported("run", {"--format", "csv"});
  EXPECT_EQ(static_cast<std::size_t>(std::count(csv.begin(), csv.end(), '\n')), rows);
}

TEST_F(ExportTest, OfPartsThatAreMergedIsThatOfTheWhole) {
  // Two models; the second one's samples are other people's. A shard a model and problem.
  fs::create_directories(file("all"));
  fs::rename(file("m"), file("all/m"));
  fs::create_directories(file("all/n/add_up"));
  fs::copy_file(file("all/m/add_up/slow_prefixes.cpp"), file("all/n/add_up/reference.cpp"));
  const auto both = [&](const std::string& output, const std::vector<std::string>& submissions) {
    EffkProcess::Request asked = request("all/" + submissions[0], output);
    for (std::size_t i = 1; i < submissions.size(); ++i)
      asked.arguments.insert(asked.arguments.begin() + 1, file("all/" + submissions[i]));
    EXPECT_EQ(run_effk(asked).status, 0);
  };
  both("whole", {"m", "n"});
  both("left", {"m"});
  both("right", {"n"});
  const EffkEnd end = run_effk({.arguments = {"merge", file("right"), file("left"), "-o", file("merged")}});
  ASSERT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.err, "2 runs, 2 problems, 13 samples\n");
  EXPECT_EQ(numbers("merged"), numbers("whole"));
  EXPECT_EQ(exported("merged", {"--without-use"}), exported("whole", {"--without-use"}));

  const EffkEnd taken = run_effk({.arguments = {"merge", file("left"), "-o", file("merged")}});
  EXPECT_EQ(taken.status, 3) << "a run is never overwritten";
}

TEST_F(ExportTest, OfRunsWithOtherSeedsIsNotMerged) {
  ASSERT_EQ(run("m", "one").status, 0);
  std::string other = exported("one");
  other.replace(other.find("\"seed\":\"1\""), 10, "\"seed\":\"2\"");
  workshop_.write("two", other);
  const EffkEnd end = run_effk({.arguments = {"merge", file("one"), file("two"), "-o", file("merged")}});
  EXPECT_EQ(end.status, 3);
  EXPECT_EQ(end.err, "effk: error: these runs cannot be merged\n  why:  seed is '1' in " + file("one") +
                         " and '2' in " + file("two") + "\n");
  EXPECT_FALSE(fs::exists(file("merged")));
}

}  // namespace
}  // namespace effk
