// harness/submissions/reading_limits.h -- how much may be read, so that no file can eat the memory.
//
//   Errors   bad_input that names the file or the sample.
//   Threads  one object, one thread.
#pragma once

#include <cstdint>
#include <string>

#include "harness/base/error.h"

namespace effk::submissions {

// Bytes and samples that may still be read, over all files of a command; and the most that one sample may
// have.
class ReadingLimits {
 public:
  // Some kilobyte of memory each, whatever their text.
  static constexpr std::uint64_t kMostSamples = 1 << 20;

  ReadingLimits(std::uint64_t total_bytes, std::uint64_t sample_bytes)
      : total_(total_bytes), left_(total_bytes), sample_(sample_bytes) {}

  std::uint64_t left() const { return left_; }
  std::uint64_t sample() const { return sample_; }
  // Takes `bytes` off what is left. Errors: bad_input that names `origin`, if that is too much.
  Result<void> take(std::uint64_t bytes, const std::string& origin);
  // Counts one sample. Errors: bad_input, if its text is too long, or if it is one too many.
  Result<void> take_sample(std::uint64_t bytes, const std::string& origin);
  // The errors of a file, and of a sample whose size is not known to its end.
  tl::unexpected<Error> too_much(const std::string& origin) const;
  tl::unexpected<Error> too_large(const std::string& origin) const;

 private:
  std::uint64_t total_;
  std::uint64_t left_;
  std::uint64_t sample_;
  std::uint64_t samples_left_ = kMostSamples;
};

}  // namespace effk::submissions
