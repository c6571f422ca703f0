#include <fmt/format.h>

#include "harness/base/units.h"
#include "harness/submissions/format.h"
#include "harness/submissions/text_checks.h"

namespace effk::submissions {
namespace {

std::string size_text(std::uint64_t bytes) {
  if (bytes >= kMiB && bytes % kMiB == 0) return fmt::format("{} MiB", bytes / kMiB);
  return fmt::format("{} bytes", bytes);
}

}  // namespace

const std::vector<const Format*>& formats() {
  static const std::vector<const Format*> all = {&jsonl_format(), &folder_format()};
  return all;
}

std::string describe_formats() {
  std::string text;
  for (const Format* format : formats()) {
    if (!text.empty()) text += ", or ";
    text += format->description();
  }
  return text;
}

tl::unexpected<Error> ReadingLimits::too_much(const std::string& origin) const {
  return fail(ErrorKind::bad_input, fmt::format("{} is too much to read", origin),
              fmt::format("all submissions together may have {}", size_text(total_)),
              "hand them in by several commands, and join the runs: effk merge");
}

Result<void> ReadingLimits::take(std::uint64_t bytes, const std::string& origin) {
  if (bytes > left_) return too_much(origin);
  left_ -= bytes;
  return {};
}

Result<void> ReadingLimits::check_sample(std::uint64_t bytes, const std::string& origin) const {
  if (bytes <= sample_) return {};
  return fail(ErrorKind::bad_input, fmt::format("the sample {} is too large", origin),
              fmt::format("it has {} bytes, and a sample may have {}", bytes, size_text(sample_)),
              "remove it; no answer of a model is that long");
}

Result<void> check_utf8(std::string_view text, const std::string& origin) {
  const auto at = first_byte_not_utf8(text);
  if (!at) return {};
  return fail(ErrorKind::bad_input, fmt::format("{} is not UTF-8", origin),
              fmt::format("byte {} is 0x{:02x}, which no UTF-8 text has there", *at + 1,
                          static_cast<unsigned char>(text[*at])),
              "convert it: iconv -f ENCODING -t UTF-8");
}

}  // namespace effk::submissions
