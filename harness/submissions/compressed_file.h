// harness/submissions/compressed_file.h -- what a gzip file holds.
//
//   Errors   bad_input: not gzip, cut, damaged, or larger than allowed once unpacked.
//   Threads  no shared state.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "harness/base/error.h"

namespace effk::submissions {

struct Unpacked {
  std::string bytes;
  bool too_large = false;  // `bytes` stops at the limit
};

// `origin` is how messages call the file.
Result<Unpacked> unpack_gzip(std::string_view packed, std::uint64_t limit_bytes, const std::string& origin);

}  // namespace effk::submissions
