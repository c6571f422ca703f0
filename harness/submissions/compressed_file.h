// harness/submissions/compressed_file.h -- what a gzip file or a zip holds, in memory: nothing is ever
// written.
//
//   Errors   bad_input: not gzip or zip, cut, damaged, encrypted.
//   Threads  no shared state; one ZipReader, one thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
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

// The regular files of a zip, one after the other. `zip` must outlive it.
class ZipReader {
 public:
  static Result<ZipReader> open(std::string_view zip, const std::string& origin);
  ZipReader(ZipReader&&) noexcept;
  ZipReader& operator=(ZipReader&&) noexcept;
  ~ZipReader();

  // The name of the next file as the zip has it: it may hold "..", and need not be UTF-8. std::nullopt at the
  // end.
  Result<std::optional<std::string>> next();
  // What that file holds, up to the limit.
  Result<Unpacked> read(std::uint64_t limit_bytes);

 private:
  struct State;
  explicit ZipReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace effk::submissions
