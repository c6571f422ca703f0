// Runs a command to its end, with an exact environment.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/counters/instrument.h"

namespace effk::counters {

struct Spawned {
  int wait_status = 0;
  std::string output;  // standard output and error
};

Spawned run_command(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                    const std::vector<Launch::Descriptor>& descriptors = {});

// The program under test's neighbours in the build folder.
std::filesystem::path test_program(const std::string& name);

}  // namespace effk::counters
