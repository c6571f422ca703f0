// tests/cli/workshop.h -- a folder in which a test breaks things.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <stdexcept>
#include <string>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "tests/program/effk_process.h"

namespace effk {

class Workshop {
 public:
  Workshop() : folder_(made()) {}

  std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }

  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories(path(name).parent_path());
    if (auto written = write_file_atomically(path(name), text); !written) {
      throw std::runtime_error(error_text(written.error()));
    }
    return path(name);
  }

  // A copy of the small suite, called "suite".
  std::filesystem::path suite() const {
    std::filesystem::copy(EFFK_SMALL_SUITE, path("suite"), std::filesystem::copy_options::recursive);
    return path("suite");
  }

  // A submission with the reference as its one sample of each of the two problems in C++.
  std::filesystem::path references_as_submission() const {
    for (const std::string problem : {"add_up", "pick_pairs"}) {
      std::filesystem::create_directories(path("good") / problem);
      std::filesystem::copy_file(
          std::filesystem::path(EFFK_SMALL_SUITE) / "references" / problem / "reference.cpp",
          path("good") / problem / "1.cpp");
    }
    return path("good");
  }

 private:
  static TemporaryFolder made() {
    auto folder = TemporaryFolder::beneath(std::filesystem::temp_directory_path());
    if (!folder) throw std::runtime_error(error_text(folder.error()));
    return std::move(*folder);
  }
  TemporaryFolder folder_;
};

// The error at the end of what a command said: warnings and progress stand before it.
inline std::string last_error(const std::string& err) {
  const std::size_t start = err.rfind("effk: error: ");
  return start == std::string::npos ? "no error, but: " + err : err.substr(start);
}

}  // namespace effk
