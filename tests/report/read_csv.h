// CSV read back by another program: Python's csv module.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/files.h"
#include "harness/base/system_program.h"

namespace effk::report {

using Rows = std::vector<std::vector<std::string>>;

// The rows as Python's csv reads them in its strict mode; no rows at all if it refuses.
inline Rows read_by_python(const std::filesystem::path& python, const std::string& csv) {
  const UniqueFd file = memory_file("table.csv", csv).value();
  const std::string command =
      python.string() +
      " -c 'import csv, json, sys; print(json.dumps(list(csv.reader(open(sys.argv[1], newline=\"\"), "
      "strict=True))))' /proc/" +
      std::to_string(::getpid()) + "/fd/" + std::to_string(file.get());
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  std::string output;
  char buffer[4096];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe.get()))
    output.append(buffer, count);
  const auto json = nlohmann::json::parse(output, nullptr, false);
  return json.is_array() ? json.get<Rows>() : Rows{};
}

class CsvTest : public testing::Test {
 protected:
  void SetUp() override {
    python_ = system_program("python3");
    if (!python_) GTEST_SKIP() << "there is no python3 to read the CSV with";
  }
  Rows read(const std::string& csv) const { return read_by_python(*python_, csv); }

  std::optional<std::filesystem::path> python_;
};

}  // namespace effk::report
