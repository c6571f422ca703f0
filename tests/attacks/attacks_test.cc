// What became of every hostile sample. attacks_measure has run them all, once an instrument and language; see
// CMakeLists.txt.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "harness/record/record.h"
#include "harness/store/run_reader.h"
#include "tests/attacks/attack_table.h"

namespace effk::attacks {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
namespace fs = std::filesystem;

struct Setting {
  std::string instrument;
  suite::Language language;
  auto operator<=>(const Setting&) const = default;
};

const std::vector<std::string> kInstruments = {EFFK_ATTACKS_INSTRUMENTS};

std::vector<Setting> settings() {
  std::vector<Setting> all;
  for (const std::string& instrument : kInstruments) {
    for (const suite::Language language : suite::kLanguages) all.push_back({instrument, language});
  }
  return all;
}

std::string text_of(const fs::path& file) {
  const auto text = read_file(file);
  return text ? *text : error_text(text.error());
}

// Why there is nothing to look at, for GTEST_SKIP.
std::optional<std::string> skipped(const Setting& setting) {
  const fs::path file = outcome_folder(setting.instrument, setting.language) / "skipped";
  if (!fs::exists(file)) return std::nullopt;
  return text_of(file);
}

// Read from a copy: other tests read at the same time, and a run that is being read is locked.
const record::RunRecord& run_of(const Setting& setting) {
  static std::map<Setting, record::RunRecord> runs;
  if (const auto known = runs.find(setting); known != runs.end()) return known->second;
  const auto folder = TemporaryFolder::beneath(fs::temp_directory_path());
  const fs::path original = outcome_folder(setting.instrument, setting.language) / "run.effk";
  std::error_code missing;
  fs::copy_file(original, folder->path() / "run.effk", missing);
  auto run = store::read_run(folder->path() / "run.effk");
  if (!run) throw std::runtime_error("attacks_measure left no run: " + error_text(run.error()));
  return runs.emplace(setting, std::move(*run)).first->second;
}

const record::SampleRecord* find(const record::RunRecord& run, const std::string& problem,
                                 const std::string& sample) {
  for (const record::SampleRecord& one : run.samples) {
    if (one.problem == problem && one.sample == sample) return &one;
  }
  return nullptr;
}

std::string where(const record::SampleRecord& sample) {
  if (sample.detail.starts_with("while loading: ")) return "while loading";
  if (sample.cases.empty() || sample.verdict == record::Verdict::accepted) return "";
  return fmt::format("level {}", sample.cases.back().level);
}

std::vector<std::uint64_t> costs(const record::SampleRecord& sample) {
  std::vector<std::uint64_t> all;
  for (const record::CaseRecord& one : sample.cases) all.push_back(one.cost ? one.cost->value : 0);
  return all;
}

std::string setting_name(const Setting& setting) {
  return setting.instrument + "_" + std::string(suite::to_string(setting.language));
}

void PrintTo(const Setting& setting, std::ostream* out) {
  *out << setting_name(setting);
}

// ---- each attack ----

struct Try {
  Setting setting;
  std::size_t number;  // in the table, from 1
  const Attack* attack;
};

std::vector<Try> tries() {
  std::vector<Try> all;
  for (const Setting& setting : settings()) {
    std::size_t number = 0;
    for (const Attack& attack : attack_table()) {
      ++number;
      if (attack.language == setting.language) all.push_back({setting, number, &attack});
    }
  }
  return all;
}

void PrintTo(const Try& one, std::ostream* out) {
  *out << one.attack->file();
}

class AttackTest : public ::testing::TestWithParam<Try> {
 protected:
  void SetUp() override {
    if (const auto reason = skipped(GetParam().setting)) GTEST_SKIP() << *reason;
  }
  const record::RunRecord& run() const { return run_of(GetParam().setting); }
  const Attack& attack() const { return *GetParam().attack; }
  const record::SampleRecord* sample() const {
    return find(run(), attack().problem, attack_sample_name(GetParam().number, attack()));
  }
  void expect_no_gain(const record::SampleRecord& found) const {
    if (attack().cost == "same") {
      EXPECT_EQ(costs(found), costs(*find(run(), attack().problem, honest_sample_name(0))));
    }
    if (attack().cost != "not_less") return;
    ASSERT_EQ(found.cases.size(), reference().cases.size());
    for (std::size_t i = 0; i < found.cases.size(); ++i) {
      const record::ReferenceCase& standard = reference().cases[i];
      const auto most =
          static_cast<std::int64_t>(found.cases[i].cost.value().value + reference().allowance.value) +
          standard.frame;
      EXPECT_GE(most, static_cast<std::int64_t>(standard.cost.value))
          << "level " << standard.level << ", case " << standard.number;
    }
  }
  const record::ReferenceRecord& reference() const {
    for (const record::ReferenceRecord& one : run().references) {
      if (one.problem == attack().problem) return one;
    }
    throw std::runtime_error("the run has no reference of " + attack().problem);
  }
};

TEST_P(AttackTest, BecomesTheVerdictThatIsPromised) {
  const record::SampleRecord* found = sample();
  ASSERT_NE(found, nullptr);
  EXPECT_THAT(attack().verdicts, Contains(std::string(record::to_string(found->verdict)))) << found->detail;
  if (attack().where.front() != "anywhere") {
    EXPECT_THAT(attack().where, Contains(where(*found))) << found->detail;
  }
  EXPECT_THAT(found->detail, HasSubstr(attack().detail));
  if (!attack().flag.empty()) {
    EXPECT_THAT(found->flags, Contains(HasSubstr(attack().flag)));
  }
  if (attack().passes) {
    EXPECT_TRUE(record::censors(found->verdict));
    EXPECT_GT(found->cases.back().level, 0);
  }
  expect_no_gain(*found);
}

INSTANTIATE_TEST_SUITE_P(, AttackTest, ::testing::ValuesIn(tries()), [](const auto& one) {
  return setting_name(one.param.setting) + "_" + one.param.attack->name;
});

// ---- all of them together ----

class AttackedRunTest : public ::testing::TestWithParam<Setting> {
 protected:
  void SetUp() override {
    if (const auto reason = skipped(GetParam())) GTEST_SKIP() << *reason;
  }
  std::string left(const char* name) const {
    return text_of(outcome_folder(GetParam().instrument, GetParam().language) / name);
  }
};

TEST_P(AttackedRunTest, EndsWell) {
  EXPECT_EQ(left("status"), "0") << left("stderr");
}

TEST_P(AttackedRunTest, IsCompleteAndHoldsEverySample) {
  const record::RunRecord& run = run_of(GetParam());
  EXPECT_TRUE(run.complete);
  std::set<std::string> problems;
  std::size_t wanted = 0;
  for (const Attack& attack : attack_table()) {
    if (attack.language != GetParam().language) continue;
    wanted += 2;
    problems.insert(attack.problem);
  }
  EXPECT_EQ(run.samples.size(), wanted + problems.size());
  for (const record::SampleRecord& sample : run.samples) {
    EXPECT_NE(sample.verdict, record::Verdict::internal_error) << sample.sample << ": " << sample.detail;
  }
}

TEST_P(AttackedRunTest, CostsHonestSamplesTheSameAfterEachAttack) {
  const record::RunRecord& run = run_of(GetParam());
  std::size_t number = 0;
  for (const Attack& attack : attack_table()) {
    ++number;
    if (attack.language != GetParam().language) continue;
    SCOPED_TRACE("after " + attack.name);
    const record::SampleRecord* before = find(run, attack.problem, honest_sample_name(0));
    const record::SampleRecord* after = find(run, attack.problem, honest_sample_name(number));
    ASSERT_NE(before, nullptr);
    ASSERT_NE(after, nullptr);
    EXPECT_EQ(before->verdict, record::Verdict::accepted) << before->detail;
    EXPECT_EQ(after->verdict, record::Verdict::accepted) << after->detail;
    ASSERT_EQ(after->cases.size(), before->cases.size());
    // The one instrument that is not deterministic.
    const double tolerance = GetParam().instrument == "perf" ? 0.01 : 0;
    for (std::size_t i = 0; i < after->cases.size(); ++i) {
      const auto wanted = static_cast<double>(costs(*before)[i]);
      EXPECT_NEAR(static_cast<double>(costs(*after)[i]), wanted, tolerance * (wanted + 100'000));
    }
  }
}

TEST_P(AttackedRunTest, IsOutlivedByNoProcess) {
  EXPECT_EQ(left("outlived_by"), "0");
}

TEST_P(AttackedRunTest, LeavesNoUnfinishedFileInTheCache) {
  EXPECT_EQ(left("unfinished"), "");
}

TEST_P(AttackedRunTest, ShowsNoWordOfASampleOnTheTerminal) {
  for (const char c : left("stderr")) EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20);
}

INSTANTIATE_TEST_SUITE_P(, AttackedRunTest, ::testing::ValuesIn(settings()),
                         [](const auto& one) { return setting_name(one.param); });

TEST(AttackTable, HasALineForEveryFile) {
  std::size_t files = 0;
  for (const suite::Language language : suite::kLanguages) {
    for (const auto& entry :
         fs::directory_iterator(fs::path(EFFK_ATTACKS_FOLDER) / suite::to_string(language))) {
      ++files;
      EXPECT_TRUE(std::any_of(attack_table().begin(), attack_table().end(), [&](const Attack& attack) {
        return attack.file() == entry.path();
      })) << entry.path();
    }
  }
  EXPECT_EQ(files, attack_table().size());
}

TEST(AttackTable, PromisesVerdictsThatThereAre) {
  for (const Attack& attack : attack_table()) {
    ASSERT_FALSE(attack.verdicts.empty()) << attack.name;
    for (const std::string& verdict : attack.verdicts) {
      EXPECT_TRUE(record::parse_verdict(verdict)) << attack.name << ": " << verdict;
      EXPECT_NE(verdict, "internal_error") << attack.name;
    }
  }
}

}  // namespace
}  // namespace effk::attacks
