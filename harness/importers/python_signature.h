// harness/importers/python_signature.h -- the parameters of a function that Python source defines.
//
//   Threads  pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace effk::importers {

// The parameter names of the last `def NAME(...)` at the start of a line, in order, without annotations,
// defaults and stars; std::nullopt if there is none, or if what stands in its brackets is not a list of
// names.
std::optional<std::vector<std::string>> parameters_of(std::string_view source, std::string_view function);

}  // namespace effk::importers
