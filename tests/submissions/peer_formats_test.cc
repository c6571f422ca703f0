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

}  // namespace
}  // namespace effk::submissions
