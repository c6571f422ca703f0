// tests/value/python_oracle.h -- tests that ask value_oracle.py, a second implementation in Python.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

namespace effk::value::testing {

class PythonOracle : public ::testing::Test {
 protected:
  void SetUp() override {
    if (std::system((command() + " make 0 0 > /dev/null 2>&1").c_str()) != 0)
      GTEST_SKIP() << "python3 is missing, or cannot run value_oracle.py";
  }
  static std::string command() { return EFFK_PYTHON " " EFFK_SOURCE_DIR "/tests/value/value_oracle.py"; }

  // What the oracle prints about the lines, asked by this word.
  static std::string answers(const std::string& word, const std::string& lines) {
    const std::string path = ::testing::TempDir() + "effk_value_oracle_" + std::to_string(getpid());
    std::ofstream(path) << lines;
    const std::string text = output(command() + " " + word + " < " + path + " 2>&1");
    std::remove(path.c_str());
    return text;
  }

  static std::string output(const std::string& shell_command) {
    std::string text;
    std::FILE* pipe = popen(shell_command.c_str(), "r");
    if (pipe == nullptr) return "cannot start: " + shell_command;
    char block[4096];
    for (std::size_t got = 0; (got = std::fread(block, 1, sizeof block, pipe)) > 0;) text.append(block, got);
    if (pclose(pipe) != 0 && text.empty()) text = "exit status is not 0";
    return text;
  }
};

}  // namespace effk::value::testing
