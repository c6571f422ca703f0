// The queries of docs/record-format.md are what it says they are: each runs on a run, and finds something.
#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "harness/base/files.h"
#include "harness/store/run_writer.h"
#include "tests/store/scratch_folder.h"

namespace effk::store {
namespace {

// What stands between ```sql and ```.
std::vector<std::string> queries(const std::string& page) {
  std::vector<std::string> found;
  for (std::size_t at = page.find("```sql\n"); at != std::string::npos; at = page.find("```sql\n", at)) {
    at += 7;
    found.push_back(page.substr(at, page.find("```", at) - at));
  }
  return found;
}

// A right sample, a censored one and a wrong one of each of two problems.
record::RunRecord some_run() {
  record::RunRecord run;
  run.environment = {{"instrument", "icount"}, {"cpu", "some"}};
  run.complete = true;
  run.warnings = {"beware"};
  for (const char* name : {"a", "b"}) {
    run.problems.push_back({name,
                            "algorithm",
                            {"test"},
                            {{0, 1}, {3, 1}},
                            "digest",
                            {"cpp/slow_one"},
                            "A",
                            "function",
                            "Do it.",
                            {{"cpp", "int f()"}}});
    record::ReferenceRecord reference{name, "cpp", "digest", {10}, {20}, {}, "int f() { return 1; }"};
    for (int level = 0; level < 2; ++level) {
      reference.cases.push_back({level, 0, {100}, 5, {1}, record::ResourceUse{}, "digest"});
    }
    run.references.push_back(reference);
    record::RivalRecord rival;
    rival.problem = name;
    rival.language = "cpp";
    rival.name = "slow_one";
    rival.cases.resize(1);
    run.rivals.push_back(rival);
    for (const auto verdict :
         {record::Verdict::accepted, record::Verdict::budget_exceeded, record::Verdict::wrong_answer}) {
      record::SampleRecord sample;
      sample.model = "m";
      sample.problem = name;
      sample.language = "cpp";
      sample.sample = record::to_string(verdict);
      sample.verdict = verdict;
      sample.reused = true;
      sample.load = Cost{10};
      sample.cases.resize(2);
      sample.cases[1].level = 1;
      sample.cases[0].cost = Cost{100};
      sample.cases[1].verdict = verdict;
      if (!record::censors(verdict)) sample.cases[1].cost = Cost{120};
      sample.cases[1].flags = {"implausible"};
      sample.cases[1].use.events = {{"PERF_COUNT_SW_PAGE_FAULTS", 7}};
      run.samples.push_back(sample);
    }
  }
  return run;
}

TEST(RecordFormat, HasQueriesThatFindSomething) {
  const ScratchFolder scratch;
  ASSERT_TRUE(write_run(scratch.file("run.effk"), some_run()));
  SQLite::Database run(scratch.file("run.effk").string());
  const auto page = read_file(EFFK_RECORD_FORMAT);
  ASSERT_TRUE(page);
  const std::vector<std::string> all = queries(*page);
  EXPECT_GE(all.size(), 5U);
  for (const std::string& query : all) {
    try {
      SQLite::Statement statement(run, query);
      EXPECT_TRUE(statement.executeStep()) << "it finds nothing:\n" << query;
    } catch (const SQLite::Exception& failure) {
      ADD_FAILURE() << failure.what() << ":\n" << query;
    }
  }
}

TEST(RecordFormat, NamesEveryTableAndColumn) {
  const ScratchFolder scratch;
  ASSERT_TRUE(write_run(scratch.file("run.effk"), some_run()));
  SQLite::Database run(scratch.file("run.effk").string());
  const std::string page = read_file(EFFK_RECORD_FORMAT).value();
  SQLite::Statement columns(run,
                            "SELECT m.name, c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c "
                            "WHERE m.type = 'table'");
  int seen = 0;
  for (; columns.executeStep(); ++seen) {
    const std::string table = columns.getColumn(0).getString();
    const std::string column = columns.getColumn(1).getString();
    EXPECT_NE(page.find("### " + table + "\n"), std::string::npos) << table;
    EXPECT_NE(page.find("`" + column + "`"), std::string::npos) << table << "." << column;
  }
  EXPECT_GT(seen, 50);
}

}  // namespace
}  // namespace effk::store
