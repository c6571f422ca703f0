#include "harness/importers/csv_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/base/printable_text.h"

namespace effk::importers {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

class Parser {
 public:
  Parser(std::string_view name, std::string_view text) : name_(name), text_(text) {
    if (text_.starts_with(kByteOrderMark)) text_.remove_prefix(kByteOrderMark.size());
  }

  Result<CsvTable> whole() {
    CsvTable table;
    bool has_columns = false;
    while (at_ < text_.size()) {
      if (skip_line_end()) continue;
      auto row = read_row();
      if (!row) return tl::unexpected(row.error());
      if (!has_columns) {
        if (auto distinct = refuse_repetition(*row); !distinct) return tl::unexpected(distinct.error());
        table.columns = std::move(row->fields);
        has_columns = true;
        continue;
      }
      if (row->fields.size() != table.columns.size()) {
        return wrong(row->line, fmt::format("the row has {} fields, and the first row names {} columns",
                                            row->fields.size(), table.columns.size()));
      }
      table.rows.push_back(std::move(*row));
    }
    if (!has_columns)
      return fail(ErrorKind::bad_input, fmt::format("{} has no row that names its columns", name_));
    return table;
  }

 private:
  tl::unexpected<Error> wrong(std::size_t line, std::string why) const {
    return fail(ErrorKind::bad_input, fmt::format("{}:{}: it is no CSV", name_, line), std::move(why));
  }

  Result<void> refuse_repetition(const CsvRow& row) const {
    std::vector<std::string> names = row.fields;
    std::sort(names.begin(), names.end());
    const auto repeated = std::adjacent_find(names.begin(), names.end());
    if (repeated == names.end()) return {};
    return wrong(row.line, fmt::format("two columns are called '{}'", printable_line(*repeated, 60)));
  }

  bool at_line_end() const { return at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r'); }

  bool skip_line_end() {
    if (!at_line_end()) return false;
    const bool is_pair = text_.substr(at_).starts_with("\r\n");
    at_ += is_pair ? 2 : 1;
    ++line_;
    return true;
  }

  Result<CsvRow> read_row() {
    CsvRow row{line_, {}};
    for (;;) {
      auto field = at_ < text_.size() && text_[at_] == '"' ? read_quoted() : read_bare();
      if (!field) return tl::unexpected(field.error());
      row.fields.push_back(std::move(*field));
      if (at_ >= text_.size() || skip_line_end()) return row;
      ++at_;  // the comma
    }
  }

  Result<std::string> read_bare() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    const std::string_view field = text_.substr(at_, end - at_);
    if (field.find('"') != field.npos)
      return wrong(line_, "a quote stands within a field that does not begin with one");
    at_ = end;
    return std::string(field);
  }

  Result<std::string> read_quoted() {
    const std::size_t opened = line_;
    std::string field;
    ++at_;
    for (;;) {
      const std::size_t quote = text_.find('"', at_);
      if (quote == text_.npos) return wrong(opened, "a quote is opened there and never closed");
      const std::string_view part = text_.substr(at_, quote - at_);
      count_lines(part);
      field += part;
      at_ = quote + 1;
      if (at_ < text_.size() && text_[at_] == '"') {
        field += '"';
        ++at_;
        continue;
      }
      if (at_ < text_.size() && text_[at_] != ',' && !at_line_end())
        return wrong(line_, "text follows a closing quote");
      return field;
    }
  }

  void count_lines(std::string_view part) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i] == '\n' || (part[i] == '\r' && (i + 1 == part.size() || part[i + 1] != '\n'))) ++line_;
    }
  }

  std::string_view name_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

}  // namespace

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(columns.begin(), columns.end(), name);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

Result<CsvTable> parse_csv(std::string_view name, std::string_view text) {
  return Parser(name, text).whole();
}

}  // namespace effk::importers
