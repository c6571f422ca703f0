#include "harness/base/temporary_folder.h"

#include <cerrno>
#include <cstdlib>
#include <string>

namespace effk {

Result<TemporaryFolder> TemporaryFolder::beneath(const std::filesystem::path& parent) {
  std::string name = (parent / "tmp-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    return fail_errno(ErrorKind::environment, "cannot make a temporary folder in " + parent.string(), errno);
  }
  return TemporaryFolder(name);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace effk
