#include <random>

#include "tests/submissions/archive_bytes.h"
#include "tests/submissions/imported_fixture.h"

namespace effk::submissions {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class Zip : public ImportedTest {};

constexpr const char* kTwice = "def twice(x):\n    return x + x\n";

TEST_F(Zip, OfAnEvalplusReleaseIsOneModelNamedByItsFolder) {
  write("download.zip", zip({{"gpt_temp_0.0/", ""},
                             {"gpt_temp_0.0/Bench_2/10.py", kTwice},
                             {"gpt_temp_0.0/Bench_2/2.py", kTwice},
                             {"gpt_temp_0.0/Bench_10/0.py", "def root(xs):\n    return poly(xs, 0)\n"},
                             {"gpt_temp_0.0/Other_3/0.py", kTwice},
                             {"__MACOSX/gpt_temp_0.0/Bench_2/._2.py", "\xff"},
                             {"gpt_temp_0.0/Bench_2/.DS_Store", "\xff"}}));
  const auto intake = read("download.zip");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_EQ(intake->sources[0].format, "zip");
  EXPECT_THAT(summary(*intake),
              ElementsAre("gpt_temp_0.0 Bench_10 python 0 as_is+preamble",
                          "gpt_temp_0.0 Bench_2 python 2 as_is", "gpt_temp_0.0 Bench_2 python 10 as_is"));
  EXPECT_THAT(skips(*intake),
              ElementsAre("download.zip/gpt_temp_0.0/Other_3/0.py: unknown problem 'Other_3'"));
}

TEST_F(Zip, IsNamedByItselfWithoutAFolderOfTheModel) {
  write("gpt.zip",
        zip({{"Bench_2/0.py", kTwice}, {"./Bench_2//1.txt", "```python\ndef twice(x): return 2 * x\n```"}}));
  const auto intake = read("gpt.zip");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt Bench_2 python 0 as_is", "gpt Bench_2 python 1 fence"));
}

TEST_F(Zip, IsReadWhateverItsNameAndHoldsTheSameAsTheFolder) {
  write("m/Bench_2/0.py", kTwice);
  write("m/Bench_0/0.py", "def first(xs: List[int]):\n    return xs[0]\n");
  write("file.bin", zip({{"m/Bench_2/0.py", kTwice},
                         {"m/Bench_0/0.py", "def first(xs: List[int]):\n    return xs[0]\n"}}));
  const auto folder = read("m");
  const auto file = read("file.bin");
  ASSERT_TRUE(folder && file) << error_of(folder) << error_of(file);
  EXPECT_EQ(summary(*folder), summary(*file));
  EXPECT_EQ(codes(*folder), codes(*file));
}

TEST_F(Zip, NeverLeavesTheMemory) {
  write("gpt.zip", zip({{"../Bench_2/0.py", kTwice},
                        {"gpt/../../Bench_2/1.py", kTwice},
                        {"/Bench_2/2.py", kTwice},
                        {"3.py", kTwice}}));
  const auto intake = read("gpt.zip");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(summary(*intake), ElementsAre("gpt Bench_2 python 2 as_is"));
  EXPECT_THAT(intake->warnings,
              ElementsAre(HasSubstr("gpt.zip/../Bench_2/0.py: it lies in no problem's folder"),
                          HasSubstr("Bench_2/1.py: it lies in no problem's folder"),
                          HasSubstr("gpt.zip/3.py: it lies in no problem's folder")));
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root_))
    files.push_back(entry.path().filename());
  EXPECT_THAT(files, ElementsAre("gpt.zip"));
}

TEST_F(Zip, CountsFilesThatAreNoSamples) {
  write("gpt.zip", zip({{"Bench_2/0.py", kTwice}, {"Bench_2/0.json", "{}"}}));
  const auto intake = read("gpt.zip");
  ASSERT_TRUE(intake) << error_of(intake);
  EXPECT_THAT(skips(*intake), ElementsAre("gpt.zip/Bench_2/0.json: its name ends in '.json'"));
  EXPECT_EQ(intake->total, (SampleCounts{2, 1, 0, 1}));
}

TEST_F(Zip, WithoutSamplesIsAnError) {
  const std::string wanted =
      "effk: error: ROOT/gpt.zip has no samples\n"
      "  why:  no file in it lies in a folder of a problem\n"
      "  next: wanted: a zip of a folder MODEL/PROBLEM/SAMPLE.py\n";
  write("gpt.zip", zip({}));
  EXPECT_EQ(error_of("gpt.zip"), wanted);
  write("gpt.zip", zip({{"0.py", kTwice}}));
  EXPECT_EQ(error_of("gpt.zip"), wanted);
}

TEST_F(Zip, ThatWouldFillTheMemoryIsAnError) {
  const std::string zeros(8 << 20, '#');
  write("gpt.zip", zip({{"Bench_2/0.py", zeros}}));
  EXPECT_EQ(error_of("gpt.zip"),
            "effk: error: the sample ROOT/gpt.zip/Bench_2/0.py is too large\n"
            "  why:  it has more than 1 MiB\n"
            "  next: remove it; no answer of a model is that long\n");
  options_.total_limit_bytes = 3 << 20;
  std::vector<std::pair<std::string, std::string>> files;
  for (int i = 0; i < 4; ++i)
    files.emplace_back("Bench_2/" + std::to_string(i) + ".py", std::string(1 << 20, '#'));
  write("gpt.zip", zip(files));
  EXPECT_THAT(error_of("gpt.zip"),
              HasSubstr(" is too much to read\n  why:  all submissions together may have 3 MiB\n"));
}

TEST_F(Zip, ThatIsCutOrDamagedIsAnErrorAtWhateverByte) {
  const std::string whole = zip({{"Bench_2/0.py", kTwice}, {"Bench_2/1.py", kTwice}});
  for (std::size_t size = 4; size < whole.size(); ++size) {
    write("gpt.zip", whole.substr(0, size));
    EXPECT_THAT(error_of("gpt.zip"), HasSubstr("effk: error: cannot unpack ROOT/gpt.zip\n")) << size;
  }
  std::mt19937 random(1);
  for (int i = 0; i < 300; ++i) {
    std::string damaged = whole;
    damaged[4 + random() % (whole.size() - 4)] ^= static_cast<char>(1 + random() % 255);
    write("gpt.zip", damaged);
    read("gpt.zip");  // an error or other names: no crash, no hang
  }
}

}  // namespace
}  // namespace effk::submissions
