#include "harness/importers/csv_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace effk::importers {
namespace {

using testing::ElementsAre;
using Fields = std::vector<std::string>;

std::vector<Fields> rows_of(const std::string& text) {
  const auto table = parse_csv("x.csv", text);
  EXPECT_TRUE(table) << error_text(table.error());
  std::vector<Fields> rows;
  if (!table) return rows;
  for (const CsvRow& row : table->rows) rows.push_back(row.fields);
  return rows;
}

std::string fault_of(const std::string& text) {
  const auto table = parse_csv("x.csv", text);
  if (table) return "no fault";
  EXPECT_EQ(exit_status(table.error().kind), 3);
  return error_text(table.error());
}

TEST(Csv, TakesItsColumnsFromTheFirstRow) {
  const auto table = parse_csv("x.csv", "a,b\n1,2\n").value();
  EXPECT_THAT(table.columns, ElementsAre("a", "b"));
  EXPECT_EQ(table.column("b"), 1u);
  EXPECT_EQ(table.column("c"), std::nullopt);
  EXPECT_THAT(rows_of("a,b\n1,2\n"), ElementsAre(Fields{"1", "2"}));
}

TEST(Csv, KeepsCommasNewlinesAndQuotesOfQuotedFields) {
  EXPECT_THAT(rows_of("a,b\n\"x,y\",\"say \"\"no\"\"\"\n\"1\r\n2\n\",\"\"\n"),
              ElementsAre(Fields{"x,y", "say \"no\""}, Fields{"1\r\n2\n", ""}));
}

TEST(Csv, ReadsEveryKindOfLineEndAndALastRowWithoutOne) {
  for (const char* text : {"a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r",
                           "\xef\xbb\xbf"
                           "a,b\n\n1,2\n\n3,4\n"})
    EXPECT_THAT(rows_of(text), ElementsAre(Fields{"1", "2"}, Fields{"3", "4"})) << text;
}

TEST(Csv, KnowsTheLineOnWhichEachRowBegins) {
  const auto table = parse_csv("x.csv", "a,b\n\"1\n2\",3\n\n4,5\n").value();
  ASSERT_EQ(table.rows.size(), 2u);
  EXPECT_EQ(table.rows[0].line, 2u);
  EXPECT_EQ(table.rows[1].line, 5u);
}

TEST(Csv, KeepsEmptyFieldsAtTheEndOfARow) {
  EXPECT_THAT(rows_of("a,b,c\n,,\n1,,"), ElementsAre(Fields{"", "", ""}, Fields{"1", "", ""}));
}

TEST(Csv, RefusesWhatIsNoneAndSaysWhere) {
  EXPECT_EQ(fault_of("a,b\n1,2\n\"3\n4,5\n"),
            "effk: error: x.csv:3: it is no CSV\n  why:  a quote is opened there and never closed\n");
  EXPECT_EQ(fault_of("a,b\n\"1\n\"x,2\n"),
            "effk: error: x.csv:3: it is no CSV\n  why:  text follows a closing quote\n");
  EXPECT_EQ(fault_of("a,b\n1\"2,3\n"),
            "effk: error: x.csv:2: it is no CSV\n"
            "  why:  a quote stands within a field that does not begin with one\n");
  EXPECT_EQ(fault_of("a,b\n1,2\n1,2,3\n"),
            "effk: error: x.csv:3: it is no CSV\n"
            "  why:  the row has 3 fields, and the first row names 2 columns\n");
  EXPECT_EQ(fault_of("a,b,a\n"), "effk: error: x.csv:1: it is no CSV\n  why:  two columns are called 'a'\n");
  EXPECT_EQ(fault_of("\n\n"), "effk: error: x.csv has no row that names its columns\n");
}

std::string quoted(const std::string& field) {
  std::string text = "\"";
  for (const char c : field) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

RC_GTEST_PROP(Csv, GivesBackWhateverWasWrittenInQuotes,
              (const std::vector<std::pair<std::string, std::string>>& rows)) {
  std::string text = "a,b\n";
  std::vector<Fields> wanted;
  for (const auto& [a, b] : rows) {
    text += quoted(a) + "," + quoted(b) + "\n";
    wanted.push_back({a, b});
  }
  RC_ASSERT(rows_of(text) == wanted);
}

}  // namespace
}  // namespace effk::importers
