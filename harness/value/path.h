// harness/value/path.h -- the way from a value to a place within it, for messages. Internal to the module.
//
//   Threads  plain values.
#pragma once

#include <string>
#include <vector>

#include "harness/value/value.h"

namespace effk::value {

// Something that is wrong at a place. The steps are added on the way back up, so the innermost is first.
struct Finding {
  std::string text;  // "expected 7, found 8"
  std::vector<std::string> steps;

  Finding&& within(std::size_t index) &&;
  Finding&& within_key(const Value& key) &&;

  // "at [3][0]: expected 7, found 8"; the middle of a long way is left out.
  std::string message() const;
};

}  // namespace effk::value
