// Long-lived programs: descriptors, killing, and what happens when the harness dies.
#include "harness/sandbox/confined_process.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "harness/base/files.h"
#include "tests/sandbox/support.h"

namespace effk::sandbox {
namespace {

using namespace std::chrono_literals;

class Driver : public EachMode {
 protected:
  // Starts the subject with its standard output going into a pipe that said_ reads.
  Result<ConfinedProcess> start(std::vector<std::string> arguments) {
    ProcessRequest request = subject(std::move(arguments), GetParam()).process;
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return fail_errno(ErrorKind::internal, "no pipe", errno);
    said_.reset(ends[0]);
    const UniqueFd theirs(ends[1]);
    request.descriptors = {{theirs.get(), 1}};
    return ConfinedProcess::start(request);
  }

  std::string next_words() {
    std::string text(256, '\0');
    const ssize_t count = ::read(said_.get(), text.data(), text.size());
    text.resize(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    return text;
  }

  UniqueFd said_;
  std::string marker_ = "marker-" + std::to_string(::getpid()) + "-" +
                        ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_P(Driver, RunsUntilKilledAndTakesItsOrphansAlong) {
  auto process = start({"orphans-and-stay", marker_});
  ASSERT_TRUE(process.has_value()) << error_text(process.error());
  EXPECT_EQ(next_words(), "ready\n");
  EXPECT_EQ(::kill(process->pid(), 0), 0);
  const auto not_yet = process->wait_for(0ms);
  ASSERT_TRUE(not_yet.has_value());
  EXPECT_FALSE(not_yet->has_value());
  process->kill_all();
  const auto end = process->wait();
  ASSERT_TRUE(end.has_value());
  EXPECT_EQ(end->signal(), SIGKILL);
  EXPECT_EQ(processes_with(marker_), 0);
}

TEST_P(Driver, EndsWithItsObject) {
  {
    auto process = start({"orphans-and-stay", marker_});
    ASSERT_TRUE(process.has_value()) << error_text(process.error());
    EXPECT_EQ(next_words(), "ready\n");
    const ConfinedProcess moved = std::move(*process);
    EXPECT_GT(processes_with(marker_), 0);
  }
  EXPECT_EQ(processes_with(marker_), 0);
}

TEST_P(Driver, EndsWithItsWarden) {
  // Without a pid namespace nobody would be left to find the orphans.
  auto process = start({GetParam() ? "orphans-and-stay" : "stay", marker_});
  ASSERT_TRUE(process.has_value()) << error_text(process.error());
  if (GetParam()) {
    EXPECT_EQ(next_words(), "ready\n");
  }
  // The only child of this test program is the warden.
  std::string children;
  std::ifstream list("/proc/thread-self/children");
  std::getline(list, children);
  if (children.empty()) GTEST_SKIP() << "this kernel does not list children";
  ::kill(std::stoi(children), SIGKILL);
  pollfd closed{said_.get(), POLLHUP, 0};
  EXPECT_EQ(::poll(&closed, 1, 10'000), 1) << "somebody still holds the pipe";
  EXPECT_THAT(process->wait().error().what, ::testing::StartsWith("lost sight of"));
}

TEST_P(Driver, MayBeGivenAsADescriptorAndThenKnowsNoPath) {
  ProcessRequest request = subject({"exit", "7"}, GetParam()).process;
  const UniqueFd file(::open(request.executable.c_str(), O_RDONLY | O_CLOEXEC));
  request.executable.clear();
  request.executable_descriptor = file.get();
  auto process = ConfinedProcess::start(request);
  ASSERT_TRUE(process.has_value()) << error_text(process.error());
  const auto end = process->wait();
  ASSERT_TRUE(end.has_value());
  EXPECT_EQ(end->exit_code(), 7);
}

TEST_P(Driver, HasDevNullForWhatIsNotGiven) {
  ProcessRequest request = subject({"echo"}, GetParam()).process;
  auto process = ConfinedProcess::start(request);
  ASSERT_TRUE(process.has_value()) << error_text(process.error());
  EXPECT_EQ(process->wait()->exit_code(), 0);
}

TEST_P(Driver, MaySwapDescriptors) {
  ProcessRequest request = subject({"echo"}, GetParam()).process;
  // Sources and targets overlap crosswise.
  auto in = memory_file("in", "through");
  auto out = memory_file("out");
  ASSERT_TRUE(in && out);
  request.descriptors = {{in->get(), 0}, {out->get(), 1}, {in->get(), out->get()}, {out->get(), in->get()}};
  auto process = ConfinedProcess::start(request);
  ASSERT_TRUE(process.has_value()) << error_text(process.error());
  EXPECT_EQ(process->wait()->exit_code(), 0);
  EXPECT_EQ(read_descriptor(out->get(), 100), "through");
}

TEST_P(Driver, LeavesNothingWhenTheHarnessIsKilled) {
  const std::string supervisor = beside_this_program("sandbox_supervisor");
  const std::string program = beside_this_program("sandbox_subject");
  std::string mode = GetParam() ? "namespaces" : "plain";
  std::vector<std::string> words = {supervisor, program, mode, marker_};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  said_.reset(ends[0]);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  pid_t pid = -1;
  ASSERT_EQ(::posix_spawn(&pid, supervisor.c_str(), &actions, nullptr, arguments.data(), environ), 0);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);

  ASSERT_EQ(next_words(), "ready\n");
  EXPECT_GE(processes_with(marker_), 5);  // the supervisor, its warden, the program and three orphans
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  const auto deadline = std::chrono::steady_clock::now() + 20s;
  while (processes_with(marker_) > 0 && std::chrono::steady_clock::now() < deadline) {
  }
  EXPECT_EQ(processes_with(marker_), 0);
}

INSTANTIATE_TEST_SUITE_P(, Driver, ::testing::Bool(), mode_name);

}  // namespace
}  // namespace effk::sandbox
