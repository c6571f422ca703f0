// harness/importers/csv_reader.h -- comma-separated values as RFC 4180 has them: quotes around fields with
// commas, newlines and doubled quotes. The first row names the columns.
//
//   Errors   bad_input, naming file and line, when a quote is never closed, text follows a closing quote, a
//   quote
//            stands within a bare field, a row has another number of fields than the first, or two columns
//            share a name.
//   Threads  plain values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"

namespace effk::importers {

struct CsvRow {
  std::size_t line = 0;             // where it begins, from 1
  std::vector<std::string> fields;  // as many as there are columns
};

struct CsvTable {
  std::vector<std::string> columns;
  std::vector<CsvRow> rows;

  std::optional<std::size_t> column(std::string_view name) const;
};

// `name` is how messages call the text. Lines may end in LF, CRLF or CR, a byte order mark is skipped, and so
// are empty lines between rows. Newlines within quotes are kept as they are.
Result<CsvTable> parse_csv(std::string_view name, std::string_view text);

}  // namespace effk::importers
