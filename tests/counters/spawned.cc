#include "tests/counters/spawned.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <stdexcept>

#include "harness/base/files.h"
#include "harness/base/unique_fd.h"

namespace effk::counters {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& strings) {
  std::vector<char*> all;
  for (const std::string& text : strings) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

}  // namespace

Spawned run_command(const std::vector<std::string>& command, const std::vector<std::string>& environment,
                    const std::vector<Launch::Descriptor>& descriptors) {
  const UniqueFd output = memory_file("output").value();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.get(), 1);
  posix_spawn_file_actions_adddup2(&actions, output.get(), 2);
  std::vector<UniqueFd> above;
  for (const auto& [source, target] : descriptors) {
    above.emplace_back(::fcntl(source, F_DUPFD_CLOEXEC, 100));
    posix_spawn_file_actions_adddup2(&actions, above.back().get(), target);
  }
  pid_t child = -1;
  const int failed = ::posix_spawn(&child, command.front().c_str(), &actions, nullptr,
                                   pointers(command).data(), pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + command.front());
  Spawned result;
  ::waitpid(child, &result.wait_status, 0);
  result.output = read_descriptor(output.get(), 1 << 20);
  return result;
}

std::filesystem::path test_program(const std::string& name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

}  // namespace effk::counters
