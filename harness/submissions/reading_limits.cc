#include "harness/submissions/reading_limits.h"

#include <fmt/format.h>

#include "harness/base/units.h"

namespace effk::submissions {
namespace {

constexpr const char* kSplit = "hand them in by several commands, and join the runs: effk merge";

std::string size_text(std::uint64_t bytes) {
  if (bytes >= kMiB && bytes % kMiB == 0) return fmt::format("{} MiB", bytes / kMiB);
  return fmt::format("{} bytes", bytes);
}

}  // namespace

tl::unexpected<Error> ReadingLimits::too_much(const std::string& origin) const {
  return fail(ErrorKind::bad_input, fmt::format("{} is too much to read", origin),
              fmt::format("all submissions together may have {}", size_text(total_)), kSplit);
}

tl::unexpected<Error> ReadingLimits::too_large(const std::string& origin) const {
  return fail(ErrorKind::bad_input, fmt::format("the sample {} is too large", origin),
              fmt::format("it has more than {}", size_text(sample_)),
              "remove it; no answer of a model is that long");
}

Result<void> ReadingLimits::take(std::uint64_t bytes, const std::string& origin) {
  if (bytes > left_) return too_much(origin);
  left_ -= bytes;
  return {};
}

Result<void> ReadingLimits::take_sample(std::uint64_t bytes, const std::string& origin) {
  if (bytes > sample_) {
    return fail(ErrorKind::bad_input, fmt::format("the sample {} is too large", origin),
                fmt::format("it has {} bytes, and a sample may have {}", bytes, size_text(sample_)),
                "remove it; no answer of a model is that long");
  }
  if (samples_left_ == 0) {
    return fail(ErrorKind::bad_input, fmt::format("the sample {} is one too many", origin),
                fmt::format("all submissions together may have {} samples", kMostSamples), kSplit);
  }
  --samples_left_;
  return {};
}

}  // namespace effk::submissions
