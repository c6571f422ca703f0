// tests/submissions/intake_fixture.h -- a small suite made by hand, and a folder to put submissions in.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "harness/submissions/intake.h"

namespace effk::submissions {

// As errors list them.
inline const std::string kAllFormats =
    "folder (a folder MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a folder of such models), "
    "zip (a zip of a folder MODEL/PROBLEM/SAMPLE.py), "
    "openai-batch (lines {\"custom_id\", \"response\"} of an OpenAI batch's output), "
    "jsonl (lines {\"task_id\", \"solution\" or \"completion\"}), "
    "coffe ({\"PROMPT\": [[TEXT, ...], VALID]}), "
    "mercury ({\"SLUG\": [{\"task_id\", \"completion\"}, ...]}), "
    "enamel ({\"NUMBER\": [CODE, ...]} or [[CODE, ...], ...] by the problems' numbers), "
    "bigcode ([[CODE, ...], ...] in the order of the suite's problems)";

class IntakeTest : public testing::Test {
 protected:
  IntakeTest() {
    suite_.name = "tiny";
    for (const char* id : {"max_gap", "range_sum", "two_sum"}) {
      suite::Problem problem;
      problem.id = id;
      problem.signature.entry_point = "solve";
      suite_.problems.push_back(problem);
    }
    std::string pattern = (std::filesystem::temp_directory_path() / "effk-intake-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
  }
  ~IntakeTest() override { std::filesystem::remove_all(root_); }

  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    const std::filesystem::path path = root_ / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }

  Result<Intake> read_all(const std::vector<std::filesystem::path>& arguments) const {
    return read_submissions(arguments, suite_, options_);
  }
  Result<Intake> read(const std::string& name) const { return read_all({root_ / name}); }

  // The whole message, with the test's folder written as ROOT; "(no error)" if there was none.
  std::string error_of(const Result<Intake>& intake) const {
    if (intake) return "(no error)";
    EXPECT_EQ(intake.error().kind, ErrorKind::bad_input);
    std::string text = error_text(intake.error());
    for (std::size_t at; (at = text.find(root_.string())) != text.npos;)
      text.replace(at, root_.string().size(), "ROOT");
    return text;
  }
  std::string error_of(const std::string& name) const { return error_of(read(name)); }

  // "model problem language name rule" of each sample, in order.
  static std::vector<std::string> summary(const Intake& intake) {
    std::vector<std::string> lines;
    for (const Submission& submission : intake.submissions) {
      for (const Sample& s : submission.samples) {
        lines.push_back(submission.model + " " + s.problem + " " + std::string(to_string(s.language)) + " " +
                        s.name + " " + s.rule);
      }
    }
    return lines;
  }

  suite::Suite suite_;
  std::filesystem::path root_;
  IntakeOptions options_;
};

}  // namespace effk::submissions
