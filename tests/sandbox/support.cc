#include "tests/sandbox/support.h"

#include <dirent.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "harness/base/unique_fd.h"

namespace effk::sandbox {

// By hand: processes end while we look, which the standard library's streams and iterators answer by
// throwing.
int processes_with(const std::string& marker) {
  int found = 0;
  DIR* proc = ::opendir("/proc");
  while (const dirent* entry = ::readdir(proc)) {
    const UniqueFd file(
        ::open(("/proc/" + std::string(entry->d_name) + "/cmdline").c_str(), O_RDONLY | O_CLOEXEC));
    std::string arguments(4096, '\0');
    const ssize_t count = file ? ::read(file.get(), arguments.data(), arguments.size()) : 0;
    arguments.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (arguments.find(marker) != std::string::npos) ++found;
  }
  ::closedir(proc);
  return found;
}

}  // namespace effk::sandbox
