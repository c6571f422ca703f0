#include "harness/report/leaderboard/code_pool.h"

#include <algorithm>

#include "harness/report/code_lines.h"

namespace effk::report {
namespace {

PooledCode cut(const std::string& text, std::size_t most) {
  if (text.size() <= most) return {text};
  const std::size_t line_end = text.rfind('\n', most);
  std::size_t end = line_end == std::string::npos || line_end == 0 ? most : line_end;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;  // not within a code point
  return {text.substr(0, end), text.size() - end};
}

}  // namespace

std::size_t CodePool::add(const std::string& code) {
  return numbers_.try_emplace(code, numbers_.size()).first->second;
}

std::vector<PooledCode> CodePool::cut_to(std::size_t budget) const {
  std::vector<std::string> shown(numbers_.size());
  for (const auto& [code, number] : numbers_) {
    for (const std::string& line : code_lines(code)) shown[number] += line + "\n";
  }
  std::size_t most = kLongest;
  const auto total = [&] {
    std::size_t sum = 0;
    for (const std::string& text : shown) sum += std::min(text.size(), most);
    return sum;
  };
  while (most > kShortest && total() > budget) most = std::max(kShortest, most * 9 / 10);
  std::vector<PooledCode> result;
  for (const std::string& text : shown) result.push_back(cut(text, most));
  return result;
}

}  // namespace effk::report
