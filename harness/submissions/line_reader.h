// harness/submissions/line_reader.h -- the lines of a file of JSON lines, without the blank ones.
//
//   Errors   none, but for the one that no_samples() makes.
//   Threads  one object, one thread. Lines point into the bytes, which must outlive them.
#pragma once

#include <string>
#include <string_view>

#include "harness/base/error.h"

namespace effk::submissions {

class LineReader {
 public:
  LineReader(std::string_view bytes, const std::string& origin);

  // False at the end.
  bool next();
  // Without blanks at its end.
  std::string_view line() const { return line_; }
  // "samples.jsonl:12"
  std::string place() const;
  // For a file in which next() never was true.
  tl::unexpected<Error> no_samples(const std::string& wanted) const;

 private:
  std::string_view left_;
  const std::string& origin_;
  std::string_view line_;
  int number_ = 0;
};

}  // namespace effk::submissions
