// Folders and programs: temporary_folder.h, system_program.h, install_layout.h.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include "harness/base/install_layout.h"
#include "harness/base/system_program.h"
#include "harness/base/temporary_folder.h"

namespace effk {
namespace {

namespace fs = std::filesystem;

TEST(TemporaryFolder, GoesAwayWithAllThatIsInIt) {
  fs::path path;
  {
    const auto folder = TemporaryFolder::beneath(fs::temp_directory_path()).value();
    path = folder.path();
    fs::create_directories(path / "deep" / "deeper");
    std::ofstream(path / "deep" / "file") << "x";
    ASSERT_TRUE(fs::exists(path / "deep" / "file"));
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(TemporaryFolder, IsItsOwnersAlone) {
  const auto folder = TemporaryFolder::beneath(fs::temp_directory_path()).value();
  struct stat status {};
  ASSERT_EQ(::stat(folder.path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0700u);
}

TEST(TemporaryFolder, IsRemovedOnceWhenItMoves) {
  auto first = TemporaryFolder::beneath(fs::temp_directory_path()).value();
  const fs::path path = first.path();
  {
    const TemporaryFolder second = std::move(first);
    EXPECT_EQ(second.path(), path);
    EXPECT_TRUE(fs::exists(path));
  }
  EXPECT_FALSE(fs::exists(path));
}

TEST(TemporaryFolder, GoesAwayWhenItsOwnerIsKilled) {
  const auto place = TemporaryFolder::beneath(fs::temp_directory_path()).value();
  int made[2];
  ASSERT_EQ(::pipe(made), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    const auto folder = TemporaryFolder::beneath(place.path()).value();
    fs::create_directory(folder.path() / "deep");
    std::ofstream(folder.path() / "deep" / "file") << "x";
    (void)!::write(made[1], "y", 1);
    ::pause();
  }
  char byte = 0;
  ASSERT_EQ(::read(made[0], &byte, 1), 1);
  ASSERT_FALSE(fs::is_empty(place.path()));
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  for (int turn = 0; turn < 2000 && !fs::is_empty(place.path()); ++turn) ::usleep(10'000);
  EXPECT_TRUE(fs::is_empty(place.path()));
  for (const int end : made) ::close(end);
}

TEST(TemporaryFolder, NamesAParentThatDoesNotExist) {
  const auto refused = TemporaryFolder::beneath("/nowhere");
  ASSERT_FALSE(refused);
  EXPECT_EQ(error_text(refused.error()),
            "effk: error: cannot make a temporary folder in /nowhere\n  why:  No such file or directory\n");
}

// Sets a variable of the environment for one test.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
  }
  ~Variable() { old_ ? ::setenv(name_, old_->c_str(), 1) : ::unsetenv(name_); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  const char* name_;
  std::optional<std::string> old_;
};

TEST(SystemProgram, IsNotTakenFromPath) {
  const auto folder = TemporaryFolder::beneath(fs::temp_directory_path()).value();
  std::ofstream(folder.path() / "sh") << "#!/bin/false\n";
  fs::permissions(folder.path() / "sh", fs::perms::owner_all);
  const Variable path("PATH", folder.path().c_str());
  const auto found = system_program("sh");
  ASSERT_TRUE(found);
  EXPECT_NE(found->parent_path(), folder.path());
  EXPECT_EQ(::access(found->c_str(), X_OK), 0);
}

TEST(SystemProgram, IsNoneForWhatIsMissingOrAFolder) {
  EXPECT_EQ(system_program("no-such-program-of-effk"), std::nullopt);
  EXPECT_EQ(system_program("."), std::nullopt);
}

TEST(InstallLayout, IsFoundAboveThisProgram) {
  const auto layout = InstallLayout::of_this_program();
  ASSERT_TRUE(layout) << error_text(layout.error());
  EXPECT_TRUE(fs::is_directory(layout->libexec));
  EXPECT_EQ(layout->libexec.parent_path().parent_path(), layout->share.parent_path().parent_path());
}

TEST(CacheFolder, FollowsTheFirstVariableThatIsSet) {
  const auto folder = TemporaryFolder::beneath(fs::temp_directory_path()).value();
  const fs::path mine = folder.path() / "mine", xdg = folder.path() / "xdg", home = folder.path() / "home";
  const Variable home_variable("HOME", home.c_str());
  const Variable no_xdg("XDG_CACHE_HOME", nullptr);
  const Variable no_own("EFFK_CACHE", nullptr);
  EXPECT_EQ(cache_folder().value(), home / ".cache" / "effk");
  const Variable xdg_variable("XDG_CACHE_HOME", xdg.c_str());
  EXPECT_EQ(cache_folder().value(), xdg / "effk");
  const Variable own("EFFK_CACHE", mine.c_str());
  EXPECT_EQ(cache_folder().value(), mine);
  EXPECT_TRUE(fs::is_directory(mine));
}

TEST(CacheFolder, ThatCannotBeMadeSaysWhatToDo) {
  const Variable own("EFFK_CACHE", "/dev/null/cache");
  const auto refused = cache_folder();
  ASSERT_FALSE(refused);
  EXPECT_EQ(error_text(refused.error()),
            "effk: error: cannot make the cache folder /dev/null/cache\n  why:  Not a directory\n"
            "  next: set EFFK_CACHE to a folder that can be written\n");
}

}  // namespace
}  // namespace effk
