// A folder for the files of one test.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <set>
#include <string>

#include "harness/base/temporary_folder.h"

namespace effk::store {

class ScratchFolder {
 public:
  ScratchFolder() : folder_(TemporaryFolder::beneath(parent()).value()) {}

  std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }

  std::set<std::string> names() const {
    std::set<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      found.insert(entry.path().filename().string());
    return found;
  }

 private:
  // In memory where that is possible: SQLite waits for the disk at every transaction.
  static std::filesystem::path parent() {
    const std::filesystem::path memory = "/dev/shm";
    return ::access(memory.c_str(), W_OK | X_OK) == 0 ? memory : std::filesystem::temp_directory_path();
  }

  TemporaryFolder folder_;
};

}  // namespace effk::store
