// harness/report/layout.h -- columns and paragraphs of fixed-width text.
//
//   Unit     columns of a terminal.
//   Errors   none.
//   Threads  a Grid belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "harness/report/text_style.h"

namespace effk::report {

inline constexpr std::size_t kPageWidth = 100;

// Rows of cells under headings, two columns between them. Cells must be printable().
class Grid {
 public:
  enum class Align { left, right };

  void column(std::string heading, Align align);
  void row(std::vector<std::string> cells);  // as many as there are columns
  void tone(std::size_t column, Tone tone);  // of one cell of the last row

  std::size_t width() const;
  // Makes room in column `index` until the grid fits into `width`, cutting its cells.
  void squeeze(std::size_t index, std::size_t width);

  // Headings and rows, each line begins with `indent` spaces and ends with a newline, without blanks at the
  // end.
  std::string text(const TextStyle& style, std::size_t indent = 0) const;

 private:
  struct Column {
    std::string heading;
    Align align;
    std::size_t width;
  };
  struct Row {
    std::vector<std::string> cells;
    std::size_t toned_column = 0;
    Tone tone = Tone::plain;
  };
  std::string line(const Row& row, const TextStyle& style) const;

  std::vector<Column> columns_;
  std::vector<Row> rows_;
};

// `text` broken at blanks so that no line is wider than kPageWidth, as far as its words allow. The first line
// begins with `start`, which may be painted and takes `start_width` columns; others with `indent` spaces.
// Ends with a newline.
std::string wrapped(std::string_view text, std::size_t indent, std::string_view start = {},
                    std::size_t start_width = 0);

// Each line of `text` dimmed by itself, so that a pager which cuts the text between lines keeps its colours.
// The last line ends with a newline.
std::string dim_lines(std::string_view text, const TextStyle& style);

// 12345678 -> "12,345,678"
std::string grouped(std::uint64_t number);

// "a, b, c and 7 more"; the names are made printable.
std::string named(const std::vector<std::string>& names, std::size_t most);

}  // namespace effk::report
