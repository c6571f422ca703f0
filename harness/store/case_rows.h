// harness/store/case_rows.h -- the measured cases of a sample or of a rival as rows of a table.
//
//   Errors   SQLite::Exception.
//   Threads  those of the database.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <string>
#include <vector>

#include "harness/record/record.h"

namespace effk::store {

// Whose cases: the table, and its first column.
struct CaseTable {
  const char* name;
  const char* owner;
};

// The schema version that added events.
inline constexpr int kWithEvents = 4;

inline constexpr CaseTable kSampleCases{"case_result", "sample_id"};
inline constexpr CaseTable kRivalCases{"rival_case", "rival_id"};

void put_cases(SQLite::Database& sqlite, const CaseTable& table, std::int64_t owner,
               const std::vector<record::CaseRecord>& cases);

// Sorted by level and number; of a file of this schema version.
std::vector<record::CaseRecord> read_cases(SQLite::Database& sqlite, int version, const CaseTable& table,
                                           std::int64_t owner);

// ---- one column ----

std::int64_t number(Instructions count);
void bind_count(SQLite::Statement& statement, int index, const std::optional<Instructions>& count);
Instructions count(const SQLite::Column& column);
std::optional<Instructions> optional_count(const SQLite::Column& column);
record::Verdict verdict(const SQLite::Column& column);

}  // namespace effk::store
