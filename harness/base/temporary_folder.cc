#include "harness/base/temporary_folder.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <random>
#include <string>

namespace effk {
namespace {

// In the background, so that it is nobody's child. Whoever still writes to the folder is about to be killed
// as well, and may add a file in the midst of the removal.
constexpr const char* kWatch = R"({
  read -r nothing <&3
  for round in 1 2 3 4 5 6 7 8 9 10; do rm -rf -- "$1" && exit; sleep 0.1; done
} &)";
constexpr int kListening = 3;  // as the shell knows it

}  // namespace

Result<TemporaryFolder> TemporaryFolder::beneath(const std::filesystem::path& parent) {
  std::random_device random;
  for (;;) {
    TemporaryFolder folder(parent / fmt::format("tmp-{:08x}{:08x}", random(), random()));
    folder.watch();  // first, so that there is no moment without
    if (::mkdir(folder.path_.c_str(), 0700) == 0) return folder;
    const int error_number = errno;
    folder.leash_.reset();
    folder.path_.clear();
    if (error_number == EEXIST) continue;
    return fail_errno(ErrorKind::environment, "cannot make a temporary folder in " + parent.string(),
                      error_number);
  }
}

// Without a shell the folder is as safe as before, as long as nobody kills its owner.
void TemporaryFolder::watch() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return;
  const UniqueFd listening(ends[0]);
  leash_.reset(ends[1]);
  std::string path = path_.string();
  std::string words[] = {"sh", "-c", kWatch, "sh"};
  char* argv[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(), path.data(), nullptr};
  char path_variable[] = "PATH=/usr/bin:/bin";
  char* environment[] = {path_variable, nullptr};
  posix_spawn_file_actions_t files;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&files);
  ::posix_spawnattr_init(&attributes);
  ::posix_spawn_file_actions_adddup2(&files, listening.get(), kListening);
  for (int standard = 0; standard < kListening; ++standard)
    ::posix_spawn_file_actions_addopen(&files, standard, "/dev/null", O_RDWR, 0);
  ::posix_spawn_file_actions_addclosefrom_np(&files, kListening + 1);
  // A session of its own: the signals of a terminal go past it.
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  pid_t shell = -1;
  if (::posix_spawn(&shell, "/bin/sh", &files, &attributes, argv, environment) == 0) {
    while (::waitpid(shell, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  ::posix_spawn_file_actions_destroy(&files);
  ::posix_spawnattr_destroy(&attributes);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

}  // namespace effk
