// harness/report/csv_cells.h -- cells and lines in the dialect of csv.h. Internal to the module.
//
//   Errors   none.
//   Threads  pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace effk::report {

// A cell of text; numbers need none of this.
std::string text_cell(std::string_view text);

std::string csv_line(const std::vector<std::string>& cells);

}  // namespace effk::report
