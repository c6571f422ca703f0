// The archive that cpack makes: unpacked anywhere, it is the same program.
#include <gmock/gmock.h>

#include "tests/cli/workshop.h"

namespace effk {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

// The one file or folder in `folder` whose name ends so.
fs::path only_entry(const fs::path& folder, const std::string& ending) {
  fs::path found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().string().ends_with(ending)) found = entry.path();
  }
  return found;
}

// One row a sample: cost, verdict and score.
std::string samples_of_run(const fs::path& program, const Workshop& workshop, const std::string& name) {
  const std::string run = workshop.path(name);
  const EffkEnd measured = run_effk({.arguments = {"run", workshop.path("good"), "--suite", EFFK_SMALL_SUITE,
                                                   "--problems", "add_up", "-o", run},
                                     .program = program});
  EXPECT_EQ(measured.status, 0) << measured.err;
  EXPECT_EQ(measured.outlived_by, 0);
  return run_effk({.arguments = {"report", run, "--samples", "--csv"}, .program = program}).out;
}

TEST(Archive, UnpackedIntoAFolderWithBlanksInItsNameMeasuresAsTheBuildDoes) {
  const Workshop workshop;
  const EffkEnd packed = run_effk(
      {.arguments = {"--config", EFFK_BUILD "/CPackConfig.cmake", "-G", "TGZ", "-B", workshop.path("packed")},
       .folder = EFFK_BUILD,
       .program = EFFK_CPACK});
  ASSERT_EQ(packed.status, 0) << packed.out << packed.err;
  fs::create_directory(workshop.path("a new home"));
  const EffkEnd unpacked = run_effk({.arguments = {"-xzf", only_entry(workshop.path("packed"), ".tar.gz"),
                                                   "-C", workshop.path("a new home")},
                                     .program = "/bin/tar"});
  ASSERT_EQ(unpacked.status, 0) << unpacked.err;
  fs::rename(only_entry(workshop.path("a new home"), "-Linux"), workshop.path("a new home/effk"));
  const fs::path program = workshop.path("a new home/effk/bin/effk");

  EXPECT_THAT(run_effk({.arguments = {program}, .program = "/usr/bin/ldd"}).out,
              HasSubstr("libfmt.so.9 => " + program.parent_path().string() + "/../lib/effk/libfmt.so.9 "))
      << "it has its libraries with it";
  EXPECT_THAT(run_effk({.arguments = {"list"}, .program = program}).out, HasSubstr("inversions"))
      << "it has the suite with it";
  workshop.references_as_submission();
  const std::string samples = samples_of_run(program, workshop, "moved.effk");
  EXPECT_THAT(samples, HasSubstr("accepted"));
  EXPECT_EQ(samples, samples_of_run(EFFK_PROGRAM, workshop, "built.effk"));
}

}  // namespace
}  // namespace effk
