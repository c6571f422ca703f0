#include "harness/base/system_program.h"

#include <unistd.h>

namespace effk {

std::optional<std::filesystem::path> system_program(std::string_view name) {
  for (const char* folder : {"/usr/bin", "/bin", "/usr/local/bin"}) {
    std::filesystem::path path = std::filesystem::path(folder) / name;
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error) && ::access(path.c_str(), X_OK) == 0) return path;
  }
  return std::nullopt;
}

}  // namespace effk
