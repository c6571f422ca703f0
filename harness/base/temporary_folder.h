// harness/base/temporary_folder.h -- a folder of one's own that goes away with its owner.
#pragma once

#include <filesystem>
#include <utility>

#include "harness/base/error.h"

namespace effk {

class TemporaryFolder {
 public:
  // A new empty folder in `parent`, readable by this user alone.
  static Result<TemporaryFolder> beneath(const std::filesystem::path& parent);

  TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  TemporaryFolder& operator=(TemporaryFolder&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~TemporaryFolder();

  const std::filesystem::path& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

}  // namespace effk
