// A run that is ended in its midst, by whatever, is gone on with as if nothing had been.
#include <gtest/gtest.h>
#include <signal.h>

#include <fstream>
#include <random>
#include <thread>

#include "harness/store/run_reader.h"
#include "tests/cli/stored_runs.h"

namespace effk {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kLong{200};

class ResumeTest : public StoredRunsTest {
 protected:
  // Folders and files that nobody but a running effk has any business with.
  static std::vector<fs::path> temporary_files() {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(test_cache())) {
      const std::string name = entry.path().filename();
      if (name.starts_with("tmp-") || name.ends_with(".part")) found.push_back(entry.path());
    }
    return found;
  }

  // Children of a process, and theirs.
  static std::vector<pid_t> descendants(pid_t pid) {
    std::vector<pid_t> all;
    for (const auto& thread : fs::directory_iterator("/proc/" + std::to_string(pid) + "/task")) {
      std::ifstream list(thread.path() / "children");
      for (pid_t child = 0; list >> child;) {
        all.push_back(child);
        const auto below = descendants(child);
        all.insert(all.end(), below.begin(), below.end());
      }
    }
    return all;
  }
};

TEST_F(ResumeTest, AfterKillsGivesTheNumbersOfAnUndisturbedRunAndNothingIsLeft) {
  const auto began = std::chrono::steady_clock::now();
  ASSERT_EQ(run("m", "undisturbed").status, 0);
  const double whole_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  const std::string standard = numbers("undisturbed");
  std::mt19937 chance(std::random_device{}());
  for (int blow = 0; blow < 4; ++blow) {
    // In the midst of compilers too.
    for (const auto& entry : fs::recursive_directory_iterator(test_cache())) {
      if (entry.path().extension() == ".bin" && chance() % 8 == 0) fs::remove(entry.path());
    }
    EffkProcess effk(request("m", "run", {"--resume"}));
    const auto wait_ms = std::uniform_real_distribution<>(0, whole_ms)(chance);
    std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(wait_ms));
    effk.send(SIGKILL);
    EXPECT_EQ(effk.wait(kLong).outlived_by, 0) << "after " << wait_ms << " ms";
    EXPECT_EQ(temporary_files(), std::vector<fs::path>()) << "after " << wait_ms << " ms";
  }
  const EffkEnd end = run("m", "run", {"--resume"});
  ASSERT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(numbers("run"), standard);
}

TEST_F(ResumeTest, KeepsWhatWasMeasuredAndItsReferences) {
  EffkProcess effk(request("m", "run"));
  ASSERT_TRUE(effk.says("samples    4/12", kLong));
  effk.send(SIGKILL);
  effk.wait(kLong);
  const auto before = store::read_run(file("run"));
  ASSERT_TRUE(before) << error_text(before.error());
  EXPECT_FALSE(before->complete);
  const EffkEnd end = run("m", "run", {"--resume"});
  ASSERT_EQ(end.status, 0) << end.err;
  EXPECT_NE(end.err.find(std::to_string(before->samples.size()) + " samples were stored before"),
            std::string::npos)
      << end.err;
  const auto after = store::read_run(file("run"));
  ASSERT_TRUE(after);
  EXPECT_TRUE(after->complete);
  // Wall times differ whenever something is measured: these were not measured again.
  ASSERT_EQ(after->references.size(), 4U);
  ASSERT_EQ(before->references.size(), 4U);
  for (std::size_t i = 0; i < 4; ++i) {
    for (std::size_t c = 0; c < after->references[i].cases.size(); ++c)
      EXPECT_EQ(after->references[i].cases[c].use->wall_us, before->references[i].cases[c].use->wall_us);
  }
  for (const record::SampleRecord& one : before->samples) {
    const auto same = std::find_if(after->samples.begin(), after->samples.end(), [&](const auto& other) {
      return other.problem == one.problem && other.language == one.language && other.sample == one.sample;
    });
    ASSERT_NE(same, after->samples.end());
    if (one.cases.empty()) continue;
    EXPECT_EQ(same->cases[0].use.wall_us, one.cases[0].use.wall_us);
  }
}

TEST_F(ResumeTest, OfACompleteRunPrintsItsTableAndMeasuresNothing) {
  const EffkEnd first = run("m", "run");
  ASSERT_EQ(first.status, 0) << first.err;
  const std::string bytes = read_file(file("run")).value();
  const EffkEnd again = run("m", "run", {"--resume"});
  EXPECT_EQ(again.status, 0);
  EXPECT_EQ(again.out, first.out);
  EXPECT_TRUE(again.err.ends_with("nothing to do: " + file("run") + " is complete\n")) << again.err;
  EXPECT_EQ(read_file(file("run")).value(), bytes);
}

TEST_F(ResumeTest, IsRefusedWhereOtherThingsAreAskedForByTheirNames) {
  ASSERT_EQ(run("m", "run").status, 0);
  workshop_.write("m/add_up/reference.py", "def add_up(values):\n    return 0\n");
  fs::remove(file("m/add_up/slow_prefixes.cpp"));
  const EffkEnd end = run(
      "m", "run", {"--resume", "--seed", "2", "--alpha", "3", "--problems", "add_up,pick_pairs,sum_lines"});
  EXPECT_EQ(end.status, 3);
  const std::string name = file("run");
  EXPECT_EQ(last_error(end.err),
            "effk: error: cannot go on with " + name +
                "\n"
                "  why:  alpha is '2' in " +
                name +
                " and '3' in what is asked\n"
                "        seed is '1' in " +
                name +
                " and '2' in what is asked\n"
                "        problem sum_lines is asked for, and not in " +
                name +
                "\n"
                "        sample m/add_up/cpp/slow_prefixes is in " +
                name +
                ", and not among the submissions\n"
                "        sample m/add_up/python/reference has other code than in " +
                name +
                "\n"
                "  next: ask for what it was begun with, or measure anew into another file with -o\n");
}

TEST_F(ResumeTest, MeasuresSamplesThatWereAddedMeanwhile) {
  fs::create_directories(file("first/add_up"));
  fs::copy_file(file("m/add_up/reference.py"), file("first/add_up/reference.py"));
  fs::create_directories(file("few"));
  fs::rename(file("first"), file("few/m"));
  ASSERT_EQ(run("few/m", "run").status, 0);
  ASSERT_EQ(run("m", "run", {"--resume"}).status, 0);
  ASSERT_EQ(run("m", "whole").status, 0);
  EXPECT_EQ(numbers("run"), numbers("whole"));
}

TEST_F(ResumeTest, IsNotNeededWhereOneOfItsProcessesIsKilled) {
  ASSERT_EQ(run("m", "undisturbed").status, 0);
  const std::string standard = numbers("undisturbed");
  std::mt19937 chance(std::random_device{}());
  for (int blow = 0; blow < 2; ++blow) {
    const std::string name = "run" + std::to_string(blow);
    EffkProcess effk(request("m", name));
    ASSERT_TRUE(effk.says("canaries   1/1", kLong));
    const std::vector<pid_t> all = descendants(effk.pid());
    if (!all.empty()) ::kill(all[chance() % all.size()], SIGKILL);
    const EffkEnd end = effk.wait(kLong);
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(end.outlived_by, 0);
    EXPECT_EQ(numbers(name), standard);
  }
}

// The run lies on a disk of its own, which is too small for it, in a mount namespace.
TEST_F(ResumeTest, AfterAFullDiskGivesTheNumbersOfAnUndisturbedRun) {
  fs::create_directories(file("small"));
  fs::create_directories(file("saved"));
  const std::string script = "mount -t tmpfs -o size=150k small " + file("small") +
                             " || exit 125; \"$@\"; end=$?; cp -a " + file("small") + "/. " + file("saved") +
                             "; exit $end";
  EffkProcess::Request small = request("m", "small/run");
  std::vector<std::string> words = {"--mount", "/bin/sh", "-c", script, "sh", EFFK_PROGRAM};
  if (::geteuid() != 0) words.insert(words.begin(), {"--user", "--map-root-user"});
  words.insert(words.end(), small.arguments.begin(), small.arguments.end());
  small.arguments = words;
  small.program = "/usr/bin/unshare";
  const EffkEnd end = run_effk(small);
  if (end.status == 125 || end.status == 1) GTEST_SKIP() << "no mount namespaces here: " << end.err;
  EXPECT_EQ(end.status, 4) << end.err;
  EXPECT_NE(end.err.find("what was stored before is still readable"), std::string::npos) << end.err;
  const auto before = store::read_run(file("saved/run"));
  ASSERT_TRUE(before) << error_text(before.error());
  EXPECT_FALSE(before->complete);
  ASSERT_EQ(run("m", "saved/run", {"--resume"}).status, 0);
  ASSERT_EQ(run("m", "undisturbed").status, 0);
  EXPECT_EQ(numbers("saved/run"), numbers("undisturbed"));
}

}  // namespace
}  // namespace effk
