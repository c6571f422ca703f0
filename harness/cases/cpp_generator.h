// harness/cases/cpp_generator.h -- generators in C++: programs compiled with effk/generator.h, one run a
// question. Internal to the module.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "harness/cases/generator_program.h"
#include "harness/suite/problem.h"
#include "harness/toolchain/toolchain.h"

namespace effk::cases {

// Compiles the generator of `problem`, which must outlive the program.
Result<std::unique_ptr<GeneratorProgram>> open_cpp_generator(const suite::Problem& problem,
                                                             const toolchain::Toolchain& toolchain,
                                                             std::optional<int> cancel);

}  // namespace effk::cases
