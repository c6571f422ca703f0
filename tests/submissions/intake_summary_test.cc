#include "harness/submissions/intake_summary.h"

#include <gmock/gmock.h>

namespace effk::submissions {
namespace {

using testing::ElementsAre;

TEST(IntakeSummary, TellsWhatWasFoundAndWhatBecameOfIt) {
  Source source{"a.json", "enamel", {7, 5, 2, 2}, {"x", "y", "z"}, {"x"}, {}};
  EXPECT_EQ(source_line(source),
            "a.json (enamel): 7 samples of 3 problems; 5 matched (2 without code), 2 skipped");
  source.samples = {1, 1, 0, 0};
  source.found_problems = {"x"};
  EXPECT_EQ(source_line(source), "a.json (enamel): 1 sample of 1 problem; 1 matched, 0 skipped");
}

TEST(IntakeSummary, GroupsSkipsByReasonAndNamesTheProblemsInNaturalOrder) {
  Source source;
  source.skipped["no number"] = {{"10", 2}, {"2", 1}};
  source.skipped["failed"] = {{"p", 4}};
  EXPECT_THAT(skip_lines(source), ElementsAre("4 skipped: failed (p)", "3 skipped: no number (2, 10)"));
  EXPECT_THAT(skip_lines(Source()), ElementsAre());
}

TEST(IntakeSummary, NamesAsManyProblemsAsOneLineHolds) {
  Source source;
  for (int i = 100; i < 200; ++i) source.skipped["no number"][std::to_string(i)] = 1;
  EXPECT_THAT(
      skip_lines(source),
      ElementsAre("100 skipped: no number (100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, "
                  "113, 114, 115, 116, 117, 118, 119 and 80 more)"));
  source.skipped = {{"no prompt", {{std::string(500, 'a') + "\n", 1}, {std::string(500, 'b'), 1}}}};
  EXPECT_THAT(skip_lines(source),
              ElementsAre("2 skipped: no prompt (" + std::string(60, 'a') + "... and 1 more)"));
}

}  // namespace
}  // namespace effk::submissions
