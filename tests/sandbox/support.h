// Shared by the tests of the sandbox: requests for the small programs that lie beside the test program.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "harness/sandbox/landlock.h"
#include "harness/sandbox/namespaces.h"
#include "harness/sandbox/tool.h"

namespace effk::sandbox {

inline std::filesystem::path beside_this_program(const std::string& name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

inline ToolRequest subject(std::vector<std::string> arguments, bool namespaces = true) {
  ToolRequest request;
  request.process.executable = beside_this_program("sandbox_subject");
  request.process.argv = {"subject"};
  request.process.argv.insert(request.process.argv.end(), arguments.begin(), arguments.end());
  request.process.policy.namespaces = namespaces;
  allow_system_libraries(request.process.policy);
  return request;
}

// Runs to the end; a machine that cannot start it fails the test.
inline ToolOutcome outcome_of(const ToolRequest& request) {
  auto outcome = run_tool(request);
  if (!outcome) {
    ADD_FAILURE() << error_text(outcome.error());
    return {};
  }
  return *outcome;
}

// A folder of this test alone, removed with the object.
class Scratch {
 public:
  Scratch() {
    std::string name = (std::filesystem::temp_directory_path() / "effk-sandbox-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Scratch() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

// How many processes of this machine have `marker` among their arguments.
int processes_with(const std::string& marker);

// Each test runs with namespaces and with the fall-back for machines that forbid them.
class EachMode : public ::testing::TestWithParam<bool> {
 protected:
  void SetUp() override {
    if (GetParam() && !available_namespaces().has_pid()) GTEST_SKIP() << "this machine grants no namespaces";
  }
};

inline std::string mode_name(const ::testing::TestParamInfo<bool>& info) {
  return info.param ? "WithNamespaces" : "WithoutNamespaces";
}

}  // namespace effk::sandbox
