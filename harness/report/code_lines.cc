#include "harness/report/code_lines.h"

#include <algorithm>

#include "harness/report/printable.h"

namespace effk::report {

std::vector<std::string> code_lines(std::string_view code) {
  std::vector<std::string> lines;
  while (!code.empty()) {
    const std::size_t end = std::min(code.find('\n'), code.size());
    std::string line;
    for (const char c : code.substr(0, end)) line += c == '\t' ? std::string(4, ' ') : std::string(1, c);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(printable(line));
    code.remove_prefix(std::min(code.size(), end + 1));
  }
  return lines;
}

}  // namespace effk::report
