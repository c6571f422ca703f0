// harness/base/temporary_folder.h -- a folder of one's own that goes away with its owner, also when the owner
// is killed: beside it a shell waits for the end of a pipe whose other end only the owner holds, and then
// removes the folder.
#pragma once

#include <filesystem>
#include <utility>

#include "harness/base/error.h"
#include "harness/base/unique_fd.h"

namespace effk {

class TemporaryFolder {
 public:
  // A new empty folder in `parent`, readable by this user alone.
  static Result<TemporaryFolder> beneath(const std::filesystem::path& parent);

  TemporaryFolder(TemporaryFolder&& other) noexcept
      : path_(std::exchange(other.path_, {})), leash_(std::move(other.leash_)) {}
  TemporaryFolder& operator=(TemporaryFolder&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(leash_, other.leash_);
    return *this;
  }
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  void watch();

  std::filesystem::path path_;
  UniqueFd leash_;  // the watcher waits for its end
};

}  // namespace effk
