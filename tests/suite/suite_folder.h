// tests/suite/suite_folder.h -- a suite of one problem on disk, made for a test.
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"

namespace effk::suite {

// A good problem.json: tests change one member of it.
inline nlohmann::json good_problem() {
  return nlohmann::json::parse(R"({
    "schema": 1,
    "title": "Sum of pairs",
    "kind": "function",
    "challenge": "algorithm",
    "tags": ["sums", "arrays"],
    "signature": {
      "name": "pair_sums",
      "parameters": [{"name": "values", "type": "list[tuple[int, int]]"}, {"name": "k", "type": "int"}],
      "result": "list[int]"
    },
    "levels": [
      {"weight": 0, "cases": 8, "size": 12},
      {"weight": 3, "cases": 4, "size": {"cpp": 24000, "python": 3500}},
      {"weight": 4.5, "cases": 2, "size": 70000}
    ]
  })");
}

class SuiteFolder {
 public:
  SuiteFolder() : folder_(TemporaryFolder::beneath(std::filesystem::temp_directory_path()).value()) {
    write("problems/suite.json", R"({"schema": 1, "name": "test"})");
    add("pair_sums", good_problem());
  }

  const std::filesystem::path& path() const { return folder_.path(); }

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path() / name).parent_path());
    if (!write_file_atomically(path() / name, text)) throw std::runtime_error("cannot write " + name);
  }

  void add(const std::string& id, const nlohmann::json& problem) const { add(id, problem.dump()); }
  void add(const std::string& id, const std::string& problem) const {
    write("problems/" + id + "/problem.json", problem);
    write("problems/" + id + "/statement.md", "Add them.\n");
    write("generators/" + id + ".cpp", "int main() {}\n");
  }

 private:
  TemporaryFolder folder_;
};

}  // namespace effk::suite
