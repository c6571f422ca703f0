#include "harness/submissions/line_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace effk::submissions {

LineReader::LineReader(std::string_view bytes, const std::string& origin) : left_(bytes), origin_(origin) {
  if (left_.starts_with("\xef\xbb\xbf")) left_.remove_prefix(3);
}

bool LineReader::next() {
  while (!left_.empty()) {
    const std::size_t end = std::min(left_.find('\n'), left_.size());
    line_ = left_.substr(0, end);
    left_.remove_prefix(std::min(end + 1, left_.size()));
    ++number_;
    line_ = line_.substr(0, line_.find_last_not_of(" \t\r") + 1);
    if (!line_.empty()) return true;
  }
  return false;
}

std::string LineReader::place() const {
  return fmt::format("{}:{}", origin_, number_);
}

tl::unexpected<Error> LineReader::no_samples(const std::string& wanted) const {
  return fail(ErrorKind::bad_input, fmt::format("{} has no samples", origin_),
              number_ == 0 ? "it is empty" : "all of its lines are blank", wanted);
}

}  // namespace effk::submissions
