#include "harness/report/layout.h"

#include <algorithm>
#include <stdexcept>

#include "harness/report/code_points.h"
#include "harness/report/printable.h"

namespace effk::report {
namespace {

constexpr std::size_t kGap = 2;

}  // namespace

void Grid::column(std::string heading, Align align) {
  const std::size_t width = width_of(heading);
  columns_.push_back({std::move(heading), align, width});
}

void Grid::row(std::vector<std::string> cells) {
  if (cells.size() != columns_.size()) throw std::logic_error("Grid: a row does not fit its columns");
  for (std::size_t i = 0; i < cells.size(); ++i)
    columns_[i].width = std::max(columns_[i].width, width_of(cells[i]));
  rows_.push_back({.cells = std::move(cells)});
}

void Grid::tone(std::size_t column, Tone tone) {
  rows_.back().toned_column = column;
  rows_.back().tone = tone;
}

std::size_t Grid::width() const {
  std::size_t width = 0;
  for (const Column& one : columns_) width += one.width + kGap;
  return width - std::min(width, kGap);
}

void Grid::squeeze(std::size_t index, std::size_t width) {
  const std::size_t now = this->width();
  if (now <= width) return;
  Column& column = columns_[index];
  column.width = std::max(width_of(column.heading), column.width - std::min(column.width, now - width));
  for (Row& row : rows_) row.cells[index] = cut_to(row.cells[index], column.width);
}

std::string Grid::line(const Row& row, const TextStyle& style) const {
  std::string text;
  std::size_t blanks = 0;  // before the next word; none follow the last
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const std::string& cell = row.cells[i];
    const std::size_t left_over = columns_[i].width - std::min(columns_[i].width, width_of(cell));
    const bool right = columns_[i].align == Align::right;
    if (right) blanks += left_over;
    if (!cell.empty()) {
      text.append(blanks, ' ');
      text += i == row.toned_column ? style.toned(row.tone, cell) : cell;
      blanks = 0;
    }
    blanks += kGap + (right ? 0 : left_over);
  }
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::string Grid::text(const TextStyle& style, std::size_t indent) const {
  Row headings;
  for (const Column& one : columns_) headings.cells.push_back(one.heading);
  const std::string margin(indent, ' ');
  std::string text = margin + style.bold(line(headings, {})) + "\n";
  for (const Row& row : rows_) text += margin + line(row, style) + "\n";
  return text;
}

std::string wrapped(std::string_view text, std::size_t indent, std::string_view start,
                    std::size_t start_width) {
  std::string result(start);
  std::size_t column = start_width;
  bool line_has_words = false;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t width = width_of(word);
    if (line_has_words && column + 1 + width > kPageWidth) {
      result += "\n" + std::string(indent, ' ');
      column = indent;
    } else if (line_has_words) {
      result += ' ';
      ++column;
    }
    result += word;
    column += width;
    line_has_words = true;
  }
  return result + "\n";
}

std::string dim_lines(std::string_view text, const TextStyle& style) {
  std::string dimmed;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    dimmed += style.dim(text.substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return dimmed;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3;) {
    i -= 3;
    digits.insert(i, ",");
  }
  return digits;
}

std::string named(const std::vector<std::string>& names, std::size_t most) {
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
    text += (i > 0 ? ", " : "") + printable(names[i]);
  }
  if (names.size() > most) text += " and " + std::to_string(names.size() - most) + " more";
  return text;
}

}  // namespace effk::report
