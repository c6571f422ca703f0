// harness/toolchain/python_command.h -- how the Python driver is started.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"

namespace effk::toolchain {

// The system's CPython that the driver's extension was built for, never what PATH says.
// Errors: environment, if it is missing.
Result<std::filesystem::path> python_interpreter();

// The whole command line; `preload` are extra modules that the warm interpreter imports.
Result<std::vector<std::string>> python_command(const std::vector<std::string>& preload);

}  // namespace effk::toolchain
