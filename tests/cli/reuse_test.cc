// What has not changed is taken over from another run, and the result is what measuring anew gives.
#include <gtest/gtest.h>

#include "harness/store/run_reader.h"
#include "tests/cli/stored_runs.h"

namespace effk {
namespace {

namespace fs = std::filesystem;

using ReuseTest = StoredRunsTest;

std::size_t reused_in(const std::string& run) {
  const auto read = store::read_run(run);
  EXPECT_TRUE(read);
  std::size_t count = 0;
  for (const record::SampleRecord& one : read->samples) count += one.reused ? 1 : 0;
  return count;
}

TEST_F(ReuseTest, GivesTheNumbersOfMeasuringAnewWhereSamplesChangedMovedAndCameAnew) {
  ASSERT_EQ(run("m", "before").status, 0);
  workshop_.write("m/add_up/slow_prefixes.py", "def add_up(values):\n    return -1\n");
  fs::rename(file("m/pick_pairs/reference.py"), file("m/pick_pairs/renamed.py"));
  workshop_.write("m/add_up/new.py",
                  "def add_up(values):\n    return sum(v * v for v in values) % 1000003\n");
  ASSERT_EQ(run("m", "anew").status, 0);
  const EffkEnd end = run("m", "reused", {"--reuse", file("before")});
  ASSERT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(numbers("reused"), numbers("anew"));
  EXPECT_EQ(reused_in(file("reused")), 11U);
  EXPECT_NE(end.err.find("11 of 13 samples were taken over from other runs\n"), std::string::npos) << end.err;
  EXPECT_NE(end.out.find("11 of 13 samples were taken over from other runs (--reuse)\n"), std::string::npos)
      << end.out;
}

TEST_F(ReuseTest, TakesNothingOverWhereTheConditionsDiffer) {
  ASSERT_EQ(run("m", "before").status, 0);
  const EffkEnd end = run("m", "other", {"--reuse", file("before"), "--seed", "2"});
  ASSERT_EQ(end.status, 0) << end.err;
  EXPECT_NE(end.err.find("nothing is taken over from " + file("before") +
                         ": seed is '1' in it and '2' in this run\n"),
            std::string::npos)
      << end.err;
  EXPECT_EQ(reused_in(file("other")), 0U);
}

TEST_F(ReuseTest, TakesNothingOverOfAProblemWhoseReferenceOrDigestIsAnother) {
  const std::string suite = workshop_.suite().string();
  const auto run_of = [&](const std::string& output, const std::vector<std::string>& more) {
    EffkProcess::Request asked = request("m", output, more);
    std::replace(asked.arguments.begin(), asked.arguments.end(), std::string(EFFK_SMALL_SUITE), suite);
    return run_effk(asked);
  };
  ASSERT_EQ(run_of("before", {}).status, 0);
  // One reference does more than it did, and the other problem has other weights.
  workshop_.write(
      "suite/references/add_up/reference.py",
      "def add_up(values):\n    total = 0\n    for value in values:\n        total += value * value + 0\n"
      "    return total % 1000003\n");
  std::string specification = read_file(file("suite/problems/pick_pairs/problem.json")).value();
  specification += "\n";
  workshop_.write("suite/problems/pick_pairs/problem.json", specification);
  const EffkEnd end = run_of("after", {"--reuse", file("before")});
  ASSERT_EQ(end.status, 0) << end.err;
  const auto after = store::read_run(file("after"));
  for (const record::SampleRecord& one : after->samples)
    EXPECT_EQ(one.reused, one.problem == "add_up" && one.language == "cpp") << one.problem << one.language;
  ASSERT_EQ(run_of("anew", {}).status, 0);
  EXPECT_EQ(numbers("after"), numbers("anew"));
}

}  // namespace
}  // namespace effk
