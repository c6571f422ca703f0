// harness/base/system_program.h -- where a program of this name lies.
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

namespace effk {

// The first executable file of this name in /usr/bin, /bin, /usr/local/bin. PATH is not asked: it may hold
// wrapper scripts, and numbers must not depend on who calls.
std::optional<std::filesystem::path> system_program(std::string_view name);

}  // namespace effk
