#include "harness/base/install_layout.h"

#include <fmt/format.h>

#include <cstdlib>
#include <string>

namespace effk {

Result<InstallLayout> InstallLayout::of_this_program() {
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  for (std::filesystem::path folder = program.parent_path(); folder != folder.root_path();
       folder = folder.parent_path()) {
    if (std::filesystem::is_directory(folder / "libexec" / "effk", error)) {
      return InstallLayout{folder / "libexec" / "effk", folder / "share" / "effk"};
    }
  }
  return fail(ErrorKind::environment, "cannot find the parts of this installation",
              fmt::format("no folder above {} has libexec/effk in it", program.string()),
              "cmake --install build/release --prefix WHERE");
}

Result<std::filesystem::path> cache_folder() {
  std::filesystem::path folder;
  const auto from = [](const char* name) -> std::string {
    const char* text = std::getenv(name);
    return text == nullptr ? "" : text;
  };
  if (const std::string chosen = from("EFFK_CACHE"); !chosen.empty()) {
    folder = std::filesystem::absolute(chosen);
  } else if (const std::string base = from("XDG_CACHE_HOME"); !base.empty()) {
    folder = std::filesystem::path(base) / "effk";
  } else if (const std::string home = from("HOME"); !home.empty()) {
    folder = std::filesystem::path(home) / ".cache" / "effk";
  } else {
    folder = "/var/tmp/effk-cache";
  }
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    return fail(ErrorKind::environment, fmt::format("cannot make the cache folder {}", folder.string()),
                error.message(), "set EFFK_CACHE to a folder that can be written");
  }
  return folder;
}

}  // namespace effk
