#include "harness/store/case_rows.h"

#include <fmt/format.h>

#include "harness/store/string_list.h"

namespace effk::store {

std::int64_t number(Instructions count) {
  return static_cast<std::int64_t>(count.value);
}

void bind_count(SQLite::Statement& statement, int index, const std::optional<Instructions>& count) {
  if (count) {
    statement.bind(index, number(*count));
  } else {
    statement.bind(index);
  }
}

Instructions count(const SQLite::Column& column) {
  return {static_cast<std::uint64_t>(column.getInt64())};
}

std::optional<Instructions> optional_count(const SQLite::Column& column) {
  if (column.isNull()) return std::nullopt;
  return count(column);
}

record::Verdict verdict(const SQLite::Column& column) {
  return record::parse_verdict(column.getString()).value_or(record::Verdict::internal_error);
}

void put_cases(SQLite::Database& sqlite, const CaseTable& table, std::int64_t owner,
               const std::vector<record::CaseRecord>& cases) {
  SQLite::Statement row(
      sqlite, fmt::format("INSERT INTO {} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", table.name));
  for (const record::CaseRecord& one : cases) {
    row.bind(1, owner);
    row.bind(2, one.level);
    row.bind(3, one.number);
    row.bind(4, std::string(record::to_string(one.verdict)));
    row.bind(5, number(one.total));
    bind_count(row, 6, one.cost);
    row.bind(7, number(one.spread));
    row.bind(8, one.use.user_us);
    row.bind(9, one.use.system_us);
    row.bind(10, one.use.wall_us);
    row.bind(11, static_cast<std::int64_t>(one.use.peak_memory_bytes));
    row.bind(12, to_column(one.flags));
    row.bind(13, one.detail);
    row.bind(14, counts_to_column(one.use.events));
    row.exec();
    row.reset();
  }
}

std::vector<record::CaseRecord> read_cases(SQLite::Database& sqlite, int version, const CaseTable& table,
                                           std::int64_t owner) {
  std::vector<record::CaseRecord> cases;
  SQLite::Statement rows(
      sqlite, fmt::format("SELECT level, number, verdict, total, cost, spread, user_us, system_us, wall_us, "
                          "peak_memory_bytes, flags, detail, {} FROM {} WHERE {} = ? ORDER BY level, number",
                          version >= kWithEvents ? "events" : "'{}'", table.name, table.owner));
  rows.bind(1, owner);
  while (rows.executeStep()) {
    record::CaseRecord one;
    one.level = rows.getColumn(0).getInt();
    one.number = rows.getColumn(1).getInt();
    one.verdict = verdict(rows.getColumn(2));
    one.total = count(rows.getColumn(3));
    one.cost = optional_count(rows.getColumn(4));
    one.spread = count(rows.getColumn(5));
    one.use = {rows.getColumn(6).getInt64(), rows.getColumn(7).getInt64(), rows.getColumn(8).getInt64(),
               static_cast<std::uint64_t>(rows.getColumn(9).getInt64()),
               counts_from_column(rows.getColumn(12).getString())};
    one.flags = from_column(rows.getColumn(10).getString());
    one.detail = rows.getColumn(11).getString();
    cases.push_back(std::move(one));
  }
  return cases;
}

}  // namespace effk::store
