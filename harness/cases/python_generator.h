// harness/cases/python_generator.h -- generators in Python: generators/<id>.py, see docs/suites.md. Internal
// to the module.
//
// One confined interpreter answers many questions, for starting one costs more than most answers. It is never
// the sample's own, and what it checks is rebuilt from the binary form: it never sees a class of a sample.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "harness/cases/generator_program.h"
#include "harness/suite/problem.h"
#include "harness/toolchain/toolchain.h"

namespace effk::cases {

// `source` is the text of problem.generator; `problem` must outlive the program. `cpu_seconds` is the limit
// of one interpreter, which answers at most 32 questions.
Result<std::unique_ptr<GeneratorProgram>> open_python_generator(const suite::Problem& problem,
                                                                std::string source,
                                                                const toolchain::Toolchain& toolchain,
                                                                std::uint64_t cpu_seconds,
                                                                std::optional<int> cancel);

}  // namespace effk::cases
