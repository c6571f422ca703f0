// harness/cases/case.h -- one stress case. A plain value.
#pragma once

#include <cstdint>
#include <string>

namespace effk::cases {

struct Case {
  int level = 0;
  int number = 0;         // within the level, from 0
  std::string arguments;  // a tuple in the binary form of values
};

}  // namespace effk::cases
