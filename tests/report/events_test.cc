// Events that were counted beside the cost: where a reader of reports finds them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "harness/report/cases_csv.h"
#include "harness/report/explain.h"
#include "tests/report/example_run.h"
#include "tests/report/read_csv.h"
#include "tests/report/scored.h"

namespace effk::report {
namespace {

using testing::HasSubstr;
using testing::Not;

// A case's PAGE_FAULTS are 1000 times its level in samples and 2000 times in references; BRANCHES are missing
// in the first case of level 1. The second sample and its reference have two cases there.
record::RunRecord run_with_events() {
  record::RunRecord run = example_run();
  run.environment["events"] = "PAGE_FAULTS,BRANCHES";
  run.problems[0].levels[1].cases = 2;
  run.references[0].cases.insert(run.references[0].cases.begin() + 2, {1, 1, {10'000'000}, {1000}, {10}});
  run.samples[1].cases.insert(run.samples[1].cases.begin() + 2, answered(1, 1, 25'000'000));
  for (record::SampleRecord& sample : run.samples) {
    for (record::CaseRecord& one : sample.cases) {
      one.use.events["PAGE_FAULTS"] = 1000u * static_cast<unsigned>(one.level);
      if (one.level != 1 || one.number != 0) one.use.events["BRANCHES"] = 5;
    }
  }
  for (record::ReferenceRecord& reference : run.references) {
    for (record::ReferenceCase& one : reference.cases) {
      one.use = record::ResourceUse{};
      one.use->events["PAGE_FAULTS"] = 2000u * static_cast<unsigned>(one.level);
    }
  }
  return run;
}

TEST(Explain, ShowsEventsOfEachLevelBesideTheReferences) {
  const record::RunRecord run = run_with_events();
  EXPECT_THAT(explain(run, scored(run), "good/alpha_sum/cpp/1").value(), HasSubstr(R"(
events, summed over the cases of a level that were run; '-' is not recorded or not run
  event        of             level 0  level 1  level 2  level 3
  PAGE_FAULTS  the sample           0    2,000    2,000        -
               the reference        0    4,000    4,000    6,000
  BRANCHES     the sample           5        -        5        -
               the reference        -        -        -        -

)"));
}

TEST(Explain, SaysNothingOfEventsWhereNoneWereAskedFor) {
  const record::RunRecord run = example_run();
  EXPECT_THAT(explain(run, scored(run), "good/alpha_sum/cpp/1").value(), Not(HasSubstr("events")));
}

class CasesCsv : public CsvTest {};

TEST_F(CasesCsv, HasAColumnForEachEventBehindTheOthers) {
  record::RunRecord run = run_with_events();
  run.samples[5].cases.clear();
  const Rows rows = read(cases_csv(run));
  const std::size_t columns = rows[0].size();
  EXPECT_EQ(rows[0][columns - 3], "detail");
  EXPECT_EQ(rows[0][columns - 2], "PAGE_FAULTS");
  EXPECT_EQ(rows[0][columns - 1], "BRANCHES");
  for (const auto& row : rows) EXPECT_EQ(row.size(), columns);
  EXPECT_EQ(rows[2][columns - 2], "1000") << "level 1 of the first sample";
  EXPECT_EQ(rows[2][columns - 1], "") << "not recorded is empty";
  EXPECT_EQ(rows[3][columns - 1], "5");
}

TEST_F(CasesCsv, HasNoSuchColumnWhereNoEventsWereAskedFor) {
  const Rows rows = read(cases_csv(example_run()));
  EXPECT_EQ(rows[0].back(), "detail");
}

}  // namespace
}  // namespace effk::report
