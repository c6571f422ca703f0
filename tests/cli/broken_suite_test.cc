// A suite whose promises are broken is found out while it is measured: exit status 3, and what had been
// measured until then is stored.
#include <gtest/gtest.h>

#include "harness/store/run_reader.h"
#include "tests/cli/workshop.h"

namespace effk {
namespace {

struct BrokenRun {
  EffkEnd end;
  Result<record::RunRecord> run;
};

// Breaks one file of the second problem, and runs the references as samples.
BrokenRun run_with(const std::string& file, const std::string& text) {
  const Workshop workshop;
  workshop.suite();
  workshop.write("suite/" + file, text);
  const std::string run = workshop.path("run").string();
  EffkEnd end =
      run_effk({.arguments = {"run", workshop.references_as_submission().string(), "-o", run, "--suite",
                              workshop.path("suite").string(), "--instrument", "valgrind", "--jobs", "1"}});
  return {std::move(end), store::read_run(run)};
}

void expect_the_first_problem_is_stored(const BrokenRun& broken) {
  EXPECT_EQ(broken.end.outlived_by, 0);
  ASSERT_TRUE(broken.run) << error_text(broken.run.error());
  EXPECT_FALSE(broken.run->complete);
  ASSERT_EQ(broken.run->references.size(), 1U);
  EXPECT_EQ(broken.run->references[0].problem, "add_up");
  EXPECT_EQ(broken.run->references[0].cases.size(), 4U);
}

constexpr const char* kGenerator = R"(#include "effk/generator.h"
using Pairs = std::vector<std::tuple<std::int64_t, std::int64_t>>;
std::tuple<Pairs> generate(const effk::Case&) { return Pairs{{7, 3}}; }
void valid(const Pairs& pairs) {
  for (const auto& [a, b] : pairs) effk::require(a < b, "a < b");
}
EFFK_GENERATOR(generate, valid)
)";

TEST(BrokenSuite, HasAReferenceThatIsWrong) {
  const BrokenRun broken = run_with("references/pick_pairs/reference.cpp", R"(#include <utility>
#include <vector>
std::vector<std::pair<int, int>> pick_pairs(const std::vector<std::pair<int, int>>&) { return {{1, 2}}; }
)");
  EXPECT_EQ(broken.end.status, 3);
  EXPECT_EQ(last_error(broken.end.err),
            "effk: error: the cpp reference of problem pick_pairs breaks its promise\n"
            "  why:  level 0, case 0: every returned pair is one of the given ones\n"
            "  next: effk verify pick_pairs\n");
  expect_the_first_problem_is_stored(broken);
}

TEST(BrokenSuite, HasAReferenceThatDoesNotCompile) {
  const BrokenRun broken = run_with("references/pick_pairs/reference.cpp", "#error not yet\n");
  EXPECT_EQ(broken.end.status, 3);
  EXPECT_TRUE(
      last_error(broken.end.err)
          .starts_with("effk: error: the cpp reference of problem pick_pairs breaks its promise\n  why:  "
                       "solution.cpp:1:2: error: #error not yet\n"))
      << broken.end.err;
  expect_the_first_problem_is_stored(broken);
}

TEST(BrokenSuite, HasAReferenceThatCrashes) {
  const BrokenRun broken = run_with("references/pick_pairs/reference.cpp", R"(#include <cstdlib>
#include <utility>
#include <vector>
std::vector<std::pair<int, int>> pick_pairs(const std::vector<std::pair<int, int>>&) { std::abort(); }
)");
  EXPECT_EQ(broken.end.status, 3);
  EXPECT_EQ(last_error(broken.end.err),
            "effk: error: the cpp reference of problem pick_pairs breaks its promise\n"
            "  why:  level 0, case 0: ended by signal 6 (Aborted)\n"
            "  next: effk verify pick_pairs\n");
  expect_the_first_problem_is_stored(broken);
}

TEST(BrokenSuite, HasAGeneratorThatBreaksItsContract) {
  const BrokenRun broken = run_with("generators/pick_pairs.cpp", kGenerator);
  EXPECT_EQ(broken.end.status, 3);
  EXPECT_EQ(last_error(broken.end.err),
            "effk: error: problem pick_pairs: case 0 of level 0 breaks the contract\n"
            "  why:  a < b\n");
  expect_the_first_problem_is_stored(broken);
}

TEST(BrokenSuite, HasAGeneratorOfAnotherType) {
  const BrokenRun broken = run_with("generators/pick_pairs.cpp", R"(#include "effk/generator.h"
std::tuple<std::int64_t> generate(const effk::Case&) { return 3; }
void valid(std::int64_t) {}
EFFK_GENERATOR(generate, valid)
)");
  EXPECT_EQ(broken.end.status, 3);
  EXPECT_EQ(last_error(broken.end.err),
            "effk: error: problem pick_pairs: case 0 of level 0 is not of the signature's types\n"
            "  why:  at [0]: expected list[tuple[int,int]], found 3 (int)\n");
  expect_the_first_problem_is_stored(broken);
}

TEST(BrokenSuite, HasAGeneratorThatCrashes) {
  const BrokenRun broken =
      run_with("generators/pick_pairs.cpp", "#include <cstdlib>\nint main() { std::abort(); }\n");
  EXPECT_EQ(broken.end.status, 3);
  EXPECT_TRUE(last_error(broken.end.err)
                  .starts_with("effk: error: the generator of problem pick_pairs fails on 'generate 0 8 0 "))
      << broken.end.err;
  EXPECT_TRUE(
      broken.end.err.ends_with("'\n  why:  it was ended by signal 6\n  next: effk verify pick_pairs\n"))
      << broken.end.err;
  expect_the_first_problem_is_stored(broken);
}

}  // namespace
}  // namespace effk
