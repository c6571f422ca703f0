// What Toolchain::build() keeps, and that nothing of where it is kept reaches a program.
#include <gtest/gtest.h>

#include <fcntl.h>

#include <filesystem>
#include <set>
#include <thread>

#include "harness/base/files.h"
#include "harness/base/temporary_folder.h"
#include "tests/toolchain/shared_toolchain.h"

namespace effk::toolchain {
namespace {

namespace fs = std::filesystem;

const suite::Problem kProblem = problem_of({"list[int]"}, "int");
constexpr const char* kSample = "int solve(const std::vector<int>& a) { return int(a.size()); }";

// A toolchain whose cache is a folder of its own; the precompiled prelude is copied there, as it would cost
// seconds.
class CompileCache : public testing::Test {
 protected:
  CompileCache() {
    shared_toolchain();
    // Only the prelude: beside it other tests make and remove files of theirs.
    fs::copy(test_cache() / "cpp" / digest() / "prelude", root() / "prelude", fs::copy_options::recursive);
  }

  static std::string digest() { return shared_toolchain().identity().at("compiler.digest"); }

  fs::path root() const {
    const fs::path path = folder_.path() / "cpp" / digest();
    fs::create_directories(path);
    return path;
  }

  Toolchain open() const {
    return Toolchain::open({InstallLayout::of_this_program().value(), folder_.path(), {}, {}}).value();
  }

  std::set<std::string> kept(const char* ending) const {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(root())) {
      if (entry.path().extension() == ending) names.insert(entry.path().filename());
    }
    return names;
  }

  static const Program& program(const Result<Built>& built) {
    if (!built) throw std::runtime_error(error_text(built.error()));
    return std::get<Program>(*built);
  }

  static std::string bytes_of(const std::shared_ptr<const UniqueFd>& file) {
    return read_descriptor(file->get(), 1 << 30);
  }

  TemporaryFolder folder_ = TemporaryFolder::beneath(fs::temp_directory_path()).value();
};

TEST_F(CompileCache, AsksTheCompilerOnce) {
  const Toolchain toolchain = open();
  program(toolchain.build(kProblem, suite::Language::cpp, kSample));
  const auto names = kept(".bin");
  EXPECT_EQ(names.size(), 2u) << "the sample and its codec";
  // If other bytes in the kept files come back, the compiler was not asked: here the two change places.
  const fs::path first = root() / *names.begin(), second = root() / *names.rbegin();
  const std::string first_bytes = read_file(first).value(), second_bytes = read_file(second).value();
  const bool sample_is_first = first_bytes.find("effk_call") != std::string::npos;
  const fs::path codec = sample_is_first ? second : first;
  const std::string marked = read_file(codec).value() + "kept";
  ASSERT_TRUE(write_file_atomically(codec, marked));
  EXPECT_EQ(bytes_of(program(toolchain.build(kProblem, suite::Language::cpp, kSample)).codec), marked);
  EXPECT_EQ(bytes_of(program(open().build(kProblem, suite::Language::cpp, kSample)).codec), marked);
}

TEST_F(CompileCache, SharesTheCodecOfASignature) {
  const Toolchain toolchain = open();
  program(toolchain.build(kProblem, suite::Language::cpp, kSample));
  program(toolchain.build(kProblem, suite::Language::cpp, "int solve(std::vector<int> a) { return a[0]; }"));
  EXPECT_EQ(kept(".bin").size(), 3u);
}

TEST_F(CompileCache, KeepsWhatTheCompilerRefused) {
  const Toolchain toolchain = open();
  const auto complaint = [&] {
    return std::get<CompileFailure>(toolchain.build(kProblem, suite::Language::cpp, "int solve(").value())
        .message;
  };
  const std::string first = complaint();
  const auto names = kept(".refused");
  ASSERT_EQ(names.size(), 1u);
  ASSERT_TRUE(write_file_atomically(root() / *names.begin(), "kept words"));
  EXPECT_NE(first, "kept words");
  EXPECT_EQ(complaint(), "kept words");
}

TEST_F(CompileCache, LeavesNoPathInAProgram) {
  const Program here = std::get<Program>(open().build(kProblem, suite::Language::cpp, kSample).value());
  const Program there = built(kProblem, suite::Language::cpp, kSample);
  EXPECT_EQ(bytes_of(here.solution), bytes_of(there.solution))
      << "the folder of the cache changes the program";
  EXPECT_EQ(bytes_of(here.codec), bytes_of(there.codec));
}

TEST_F(CompileCache, IsSafeForTwoThreadsThatWantTheSame) {
  const Toolchain toolchain = open();
  std::string bytes[2];
  std::thread other([&] {
    bytes[0] = bytes_of(program(toolchain.build(kProblem, suite::Language::cpp, kSample)).solution);
  });
  bytes[1] = bytes_of(program(toolchain.build(kProblem, suite::Language::cpp, kSample)).solution);
  other.join();
  EXPECT_EQ(bytes[0], bytes[1]);
  EXPECT_EQ(kept("").size(), 1u) << "work folders are left beside the prelude";
}

TEST_F(CompileCache, MakesTheSameProgramWithAndWithoutThePrecompiledPrelude) {
  fs::remove(root() / "prelude" / "effk_prelude.h.gch");
  fs::create_directory(root() / "prelude" / "effk_prelude.h.gch");  // found, and no header in it
  const Program plain = std::get<Program>(open().build(kProblem, suite::Language::cpp, kSample).value());
  EXPECT_EQ(bytes_of(plain.solution), bytes_of(built(kProblem, suite::Language::cpp, kSample).solution));
}

TEST(Build, RecordsTheDroppedPragmas) {
  const Program program =
      built(kProblem, suite::Language::cpp,
            "#pragma GCC optimize(\"Ofast\")\n#pragma GCC target(\"avx512f\")\n" + std::string(kSample));
  EXPECT_EQ(program.notes, (std::vector<std::string>{"dropped #pragma GCC optimize(\"Ofast\")",
                                                     "dropped #pragma GCC target(\"avx512f\")"}));
}

TEST(Build, MakesTheSameProgramAsWithoutTheDroppedPragmas) {
  const Program with = built(kProblem, suite::Language::cpp,
                             "#pragma GCC optimize(\"O3\", \"unroll-loops\")\n" + std::string(kSample));
  const Program without = built(kProblem, suite::Language::cpp, "\n" + std::string(kSample));
  EXPECT_EQ(read_descriptor(with.solution->get(), 1 << 30),
            read_descriptor(without.solution->get(), 1 << 30));
}

TEST(Build, GivesSealedFiles) {
  const Program program = built(kProblem, suite::Language::cpp, kSample);
  EXPECT_EQ(::pwrite(program.solution->get(), "x", 1, 0), -1);
  EXPECT_EQ(::pwrite(program.codec->get(), "x", 1, 0), -1);
}

TEST(Build, KeepsThePythonSourceAsItIs) {
  const Program program = built(kProblem, suite::Language::python, "def solve(a): return len(a)\n");
  EXPECT_EQ(program.source, "def solve(a): return len(a)\n");
  EXPECT_EQ(program.entry_point, "solve");
  EXPECT_EQ(program.result_type, "int");
  EXPECT_EQ(program.solution, nullptr);
}

TEST(Build, CannotReadFilesIntoAMessage) {
  const std::string complaint = complaint_about(kProblem, "#include \"/etc/passwd\"\n");
  EXPECT_EQ(complaint.find("root:"), std::string::npos) << complaint;
}

}  // namespace
}  // namespace effk::toolchain
