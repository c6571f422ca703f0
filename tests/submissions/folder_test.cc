#include <gmock/gmock.h>

#include "tests/submissions/intake_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Folder : public IntakeTest {};

TEST_F(Folder, OfOneModelIsReadInNaturalOrder) {
  for (const char* name : {"gpt/two_sum/10.py", "gpt/two_sum/2.py", "gpt/two_sum/1.cpp", "gpt/max_gap/b.py"})
    write(name, "def solve(x): return x\n");
  write("gpt/two_sum/3.md", "```python\ndef solve(x): return x\n```\n");
  write("gpt/two_sum/.hidden.py", "");
  write("gpt/two_sum/__pycache__/x.pyc", "\xff");
  const auto intake = read("gpt");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt max_gap python b as_is", "gpt two_sum cpp 1 as_is",
                                            "gpt two_sum python 2 as_is", "gpt two_sum python 3 fence",
                                            "gpt two_sum python 10 as_is"));
  EXPECT_THAT(intake->warnings, ElementsAre());
  EXPECT_EQ(intake->total, (SampleCounts{5, 5, 0, 0}));
  EXPECT_EQ(intake->by_problem.at("two_sum"), (SampleCounts{4, 4, 0, 0}));
  EXPECT_EQ(intake->submissions[0].samples[0].origin, (root_ / "gpt/max_gap/b.py").string());
  EXPECT_EQ(intake->submissions[0].samples[0].raw, "def solve(x): return x\n");
}

TEST_F(Folder, OfSeveralModelsIsToldFromAModel) {
  write("all/llama/two_sum/0.py", "def solve(x): return x\n");
  write("all/gpt/range_sum/0.py", "def solve(x): return x\n");
  write("all/empty/.keep", "");
  write("all/README.md", "about");
  write("all/gpt/notes.txt", "about");
  const auto intake = read("all/");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt range_sum python 0 as_is", "llama two_sum python 0 as_is"));
  EXPECT_THAT(intake->warnings,
              ElementsAre(HasSubstr("all/README.md: it lies beside the models' folders"),
                          HasSubstr("all/empty: it is empty"),
                          HasSubstr("gpt/notes.txt: it lies beside the problems' folders")));
}

TEST_F(Folder, GivesTheModelItsNameHoweverThePathIsWritten) {
  write("gpt/two_sum/0.py", "def solve(x): return x\n");
  for (const char* path : {"gpt", "gpt/", "gpt/.", "gpt/two_sum/..", "./gpt"}) {
    const auto intake = read(path);
    ASSERT_TRUE(intake) << error_of(intake);
    EXPECT_EQ(intake->submissions[0].model, "gpt") << path;
  }
}

TEST_F(Folder, SkipsUnknownProblemsAndSuggestsTheNearestOne) {
  write("gpt/two_sum/0.py", "def solve(x): return x\n");
  write("gpt/range_sums/0.py", "def solve(x): return x\n");
  write("gpt/range_sums/1.py", "def solve(x): return x\n");
  const auto intake = read("gpt");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(intake->warnings,
              ElementsAre("unknown problem 'range_sums', 2 samples skipped; did you mean 'range_sum'?"));
  ASSERT_EQ(intake->skipped.size(), 2u);
  EXPECT_EQ(intake->skipped[0].reason, "unknown problem 'range_sums'");
  EXPECT_EQ(intake->by_problem.at("range_sums"), (SampleCounts{2, 0, 0, 2}));
  EXPECT_EQ(intake->total, (SampleCounts{3, 1, 0, 2}));
}

TEST_F(Folder, CountsSamplesWithoutCode) {
  write("gpt/two_sum/0.txt", "I cannot do that.");
  write("gpt/two_sum/1.py", "");
  options_.default_language = suite::Language::python;
  const auto intake = read("gpt");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->total, (SampleCounts{2, 2, 2, 0}));
  EXPECT_EQ(intake->submissions[0].samples[0].code, std::nullopt);
  EXPECT_EQ(intake->submissions[0].samples[0].rule, "none");
}

TEST_F(Folder, ThatIsEmptyIsAnError) {
  std::filesystem::create_directory(root_ / "empty");
  EXPECT_EQ(error_of("empty"),
            "effk: error: ROOT/empty is empty\n"
            "  next: wanted: a folder MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a folder of such models\n");
}

TEST_F(Folder, WithEmptyProblemsOnlyIsAnError) {
  std::filesystem::create_directories(root_ / "gpt/two_sum");
  EXPECT_EQ(error_of("gpt"),
            "effk: error: no sample can be run against the suite 'tiny'\n"
            "  why:  there are none: all folders of problems are empty\n"
            "  next: all problems: effk list\n");
}

TEST_F(Folder, ThatIsNeitherModelNorModelsIsAnError) {
  write("gpt/range_sums/0.py", "def solve(x): return x\n");
  EXPECT_EQ(error_of("gpt"),
            "effk: error: ROOT/gpt is neither a model's folder nor a folder of models\n"
            "  why:  neither its folders ('range_sums') nor those within are problems of the suite 'tiny'\n"
            "  next: did you mean 'range_sum'? wanted: a folder MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a "
            "folder of such "
            "models; problems: effk list\n");
}

TEST_F(Folder, OfJsonLinesIsAnErrorThatSaysHowToGiveThem) {
  write("lines/gpt.jsonl", "{}");
  EXPECT_EQ(error_of("lines"),
            "effk: error: ROOT/lines is neither a model's folder nor a folder of models\n"
            "  why:  it has files, and no folder of a problem\n"
            "  next: give the files themselves: ROOT/lines/*.jsonl*\n");
}

TEST_F(Folder, OfAProblemIsAnErrorThatPointsAbove) {
  write("gpt/two_sum/0.py", "def solve(x): return x\n");
  EXPECT_EQ(error_of("gpt/two_sum"),
            "effk: error: ROOT/gpt/two_sum is neither a model's folder nor a folder of models\n"
            "  why:  it has files, and no folder of a problem\n"
            "  next: give the model's folder, which is above it; wanted: a folder "
            "MODEL/PROBLEM/SAMPLE.{cpp,py,md,txt}, or a "
            "folder of such models; problems: effk list\n");
}

TEST_F(Folder, WithAFileOfUnknownKindIsAnError) {
  write("gpt/two_sum/0.java", "class A {}");
  EXPECT_EQ(error_of("gpt"),
            "effk: error: cannot tell what kind of sample ROOT/gpt/two_sum/0.java is\n"
            "  why:  its name ends in '.java'\n"
            "  next: name it .cpp or .py if it is code, .md or .txt if it is a model's text, or remove it\n");
}

TEST_F(Folder, WithAFileThatIsNotUtf8IsAnError) {
  write("gpt/two_sum/0.py", "# caf\xe9\ndef solve(x): return x\n");
  EXPECT_EQ(error_of("gpt"),
            "effk: error: ROOT/gpt/two_sum/0.py is not UTF-8\n"
            "  why:  byte 6 is 0xe9, which no UTF-8 text has there\n"
            "  next: convert it: iconv -f ENCODING -t UTF-8\n");
}

TEST_F(Folder, WithTheSameSampleTwiceIsAnError) {
  write("gpt/two_sum/0.py", "def solve(x): return x\n");
  write("gpt/two_sum/0.md", "```python\ndef solve(x): return x\n```");
  EXPECT_EQ(error_of("gpt"),
            "effk: error: two samples of 'gpt' are called two_sum/0 (python)\n"
            "  why:  one is ROOT/gpt/two_sum/0.md, the other ROOT/gpt/two_sum/0.py\n"
            "  next: rename one, or give the models different names\n");
  write("a/llama/two_sum/0.py", "def solve(x): return x\n");
  EXPECT_EQ(error_of(read_all({root_ / "a", root_ / "a/llama"})),
            "effk: error: two samples of 'llama' are called two_sum/0 (python)\n"
            "  why:  ROOT/a/llama/two_sum/0.py is handed in twice\n"
            "  next: rename one, or give the models different names\n");
}

TEST_F(Folder, WithASampleThatIsTooLargeIsAnError) {
  write("gpt/two_sum/0.py", std::string((1 << 20) + 1, '#'));
  EXPECT_EQ(error_of("gpt"),
            "effk: error: the sample ROOT/gpt/two_sum/0.py is too large\n"
            "  why:  it has 1048577 bytes, and a sample may have 1 MiB\n"
            "  next: remove it; no answer of a model is that long\n");
  write("gpt/two_sum/0.py", std::string(1 << 20, '#'));
  EXPECT_EQ(error_of("gpt"), "(no error)");
}

TEST_F(Folder, ThatIsTooLargeAltogetherIsAnError) {
  options_.total_limit_bytes = 3 << 20;
  for (const char* name : {"0.py", "1.py", "2.py"})
    write(std::string("gpt/two_sum/") + name, std::string(1 << 20, '#'));
  EXPECT_EQ(error_of("gpt"), "(no error)");
  write("gpt/two_sum/3.py", "#");
  EXPECT_EQ(error_of("gpt"),
            "effk: error: ROOT/gpt/two_sum/3.py is too much to read\n"
            "  why:  all submissions together may have 3 MiB\n"
            "  next: hand them in by several commands, and join the runs: effk merge\n");
}

TEST_F(Folder, WithALinkToNowhereOrAPipeIsAnErrorAndNotAHang) {
  std::filesystem::create_directories(root_ / "gpt/two_sum");
  std::filesystem::create_symlink("nowhere.py", root_ / "gpt/two_sum/0.py");
  EXPECT_THAT(error_of("gpt"),
              HasSubstr("cannot read ROOT/gpt/two_sum/0.py\n  why:  No such file or directory\n"));
  std::filesystem::remove(root_ / "gpt/two_sum/0.py");
  std::filesystem::create_symlink("/dev/zero", root_ / "gpt/two_sum/0.py");
  EXPECT_THAT(error_of("gpt"),
              HasSubstr("cannot read ROOT/gpt/two_sum/0.py\n  why:  it is not a regular file\n"));
}

}  // namespace
}  // namespace effk::submissions
