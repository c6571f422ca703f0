// Runs programs under icount, in an environment in which the dynamic loader and the C library choose the same
// ways as natively.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/counters/spawned.h"

namespace effk::counters {

extern const std::vector<std::string> kCountedEnvironment;

// The program `icount` itself.
std::string icount();

// A program of tests/counters/icount/programs: "strings_static".
std::string program_path(const std::string& name);

struct Counted {
  int status = 0;
  std::string output;
  std::uint64_t instructions = 0;
};

Counted counted_by_icount(const std::string& program, std::vector<std::string> options = {},
                          std::vector<std::string> arguments = {});

}  // namespace effk::counters
