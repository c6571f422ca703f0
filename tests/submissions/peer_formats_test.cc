// Whole sample files of other benchmarks, where somebody has them: EFFK_PEER_DATA names a folder with
// enamel/{enamel.csv,enamel-references.json,gpt-4o.json,humaneval-canonical.json} and
// coffe/{function-GPT-4o.json,function-data.json}, as ENAMEL and COFFE publish them.
#include <gmock/gmock.h>

#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

#include "harness/base/files.h"
#include "harness/importers/kinds.h"
#include "harness/submissions/outline.h"
#include "tests/submissions/intake_fixture.h"

namespace effk::submissions {
namespace {

namespace fs = std::filesystem;

class PeerFormats : public IntakeTest {
 protected:
  void SetUp() override {
    const char* const folder = std::getenv("EFFK_PEER_DATA");
    if (folder == nullptr) GTEST_SKIP() << "EFFK_PEER_DATA is not set";
    peers_ = folder;
  }

  void use_enamels_suite() {
    if (!fs::exists(peers_ / "enamel/enamel.csv")) GTEST_SKIP() << peers_ << " has no enamel/enamel.csv";
    auto imported = importers::find_kind("enamel")->read({peers_ / "enamel/enamel.csv"});
    ASSERT_TRUE(imported) << error_text(imported.error());
    ASSERT_TRUE(importers::write_suite(imported->suite, root_ / "suite"));
    auto suite = suite::load_suite(root_ / "suite");
    ASSERT_TRUE(suite) << error_text(suite.error());
    suite_ = std::move(*suite);
  }

  // How many samples got each rule; every one has a program that defines the entry point.
  std::map<std::string, int> rules_of(const Intake& intake) const {
    std::map<std::string, int> rules;
    for (const Submission& submission : intake.submissions) {
      for (const Sample& sample : submission.samples) {
        ++rules[sample.rule];
        const std::string& entry_point = suite_.find(sample.problem)->signature.entry_point;
        EXPECT_EQ(definition_in(sample.code.value_or(""), sample.language, entry_point), Definition::full)
            << sample.problem << "\n"
            << sample.code.value_or("");
      }
    }
    return rules;
  }

  fs::path peers_;
};

TEST_F(PeerFormats, OfEnamelGiveAProgramForEveryProblem) {
  use_enamels_suite();
  if (IsSkipped() || HasFatalFailure()) return;
  for (const char* name : {"enamel-references", "gpt-4o", "humaneval-canonical"}) {
    SCOPED_TRACE(name);
    const auto intake = read_all({peers_ / "enamel" / (name + std::string(".json"))});
    ASSERT_TRUE(intake) << error_of(intake);
    EXPECT_EQ(intake->sources[0].format, "enamel");
    EXPECT_EQ(intake->submissions[0].model, name);
    EXPECT_EQ(intake->sources[0].matched_problems.size(), 164u);
    EXPECT_EQ(intake->total.skipped, 0);
    for (const auto& [rule, count] : rules_of(*intake)) std::printf("%5d %s\n", count, rule.c_str());
  }
}

TEST_F(PeerFormats, OfCoffeAreMatchedByPromptAndTheRestIsCounted) {
  const auto text = read_file(peers_ / "coffe/function-data.json");
  if (!text) GTEST_SKIP() << peers_ << " has no coffe/function-data.json";
  suite_.problems.clear();
  for (const auto& row : nlohmann::json::parse(*text)) {
    suite::Problem problem;
    problem.id = "coffe_" + std::to_string(suite_.problems.size());
    problem.prompt = row.at("final_prompt").get<std::string>();
    problem.signature.entry_point = row.at("entry_point");
    problem.languages = {suite::Language::python};
    suite_.problems.push_back(problem);
  }
  ASSERT_EQ(suite_.problems.size(), 398u);
  const auto intake = read_all({peers_ / "coffe/function-GPT-4o.json"});
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "coffe");
  EXPECT_EQ(intake->sources[0].samples.found, 421);
  EXPECT_EQ(intake->sources[0].samples.matched, 398);
  EXPECT_EQ(intake->sources[0].samples.skipped, 23);
  EXPECT_EQ(intake->sources[0].matched_problems.size(), 398u);
  std::map<std::string, int> rules;
  int with_entry_point = 0;
  for (const Sample& sample : intake->submissions.at(0).samples) {
    ++rules[sample.rule];
    const std::string& entry_point = suite_.find(sample.problem)->signature.entry_point;
    with_entry_point +=
        definition_in(sample.code.value_or(""), sample.language, entry_point) == Definition::full;
  }
  for (const auto& [rule, count] : rules) std::printf("%5d %s\n", count, rule.c_str());
  std::printf("%d that define the entry point\n", with_entry_point);
  // The model misread some names ("subtract_elements" for "substract_elements").
  EXPECT_GE(with_entry_point, 390);
}

}  // namespace
}  // namespace effk::submissions
