// Programs run to their end, whatever they do.
#include "harness/sandbox/tool.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <thread>

#include "tests/sandbox/support.h"

namespace effk::sandbox {

namespace {

using namespace std::chrono_literals;

class RunTool : public EachMode {
 protected:
  std::string marker_ = "marker-" + std::to_string(::getpid()) + "-" +
                        ::testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_P(RunTool, RelaysTheExitStatus) {
  for (const int status : {0, 1, 42, 127, 255}) {
    EXPECT_EQ(outcome_of(subject({"exit", std::to_string(status)}, GetParam())).end.exit_code(), status);
  }
}

TEST_P(RunTool, RelaysTheSignal) {
  for (const int signal : {SIGTERM, SIGSEGV, SIGUSR1, SIGPIPE, SIGINT, SIGKILL}) {
    const ToolOutcome outcome = outcome_of(subject({"raise", std::to_string(signal)}, GetParam()));
    EXPECT_EQ(outcome.end.signal(), signal);
    EXPECT_EQ(outcome.end.exit_code(), std::nullopt);
  }
}

TEST_P(RunTool, PassesInputThroughAndOutputBack) {
  ToolRequest request = subject({"echo"}, GetParam());
  for (int i = 0; i < 300'000; ++i) request.input += static_cast<char>(i % 251);
  const ToolOutcome outcome = outcome_of(request);
  EXPECT_TRUE(outcome.succeeded());
  EXPECT_EQ(outcome.output, request.input);
  EXPECT_EQ(outcome.errors, "");
}

TEST_P(RunTool, GivesExactlyTheEnvironmentAndTheFolder) {
  ToolRequest request = subject({"environment"}, GetParam());
  request.process.environment = {"B=2", "A=1 and more"};
  EXPECT_EQ(outcome_of(request).output, "B=2\nA=1 and more\n");
  request = subject({"folder"}, GetParam());
  request.process.working_folder = "/usr";
  EXPECT_EQ(outcome_of(request).output, "/usr\n");
}

TEST_P(RunTool, LeavesNoDescriptorOpenButThoseNamed) {
  const UniqueFd stray(::open("/dev/null", O_RDONLY));  // inheritable: no O_CLOEXEC
  const UniqueFd high(::fcntl(stray.get(), F_DUPFD, 700));
  EXPECT_EQ(outcome_of(subject({"fds"}, GetParam())).output, "0 1 2 ");
  ToolRequest request = subject({"fds"}, GetParam());
  request.process.descriptors = {{stray.get(), 7}, {stray.get(), 4}};
  EXPECT_EQ(outcome_of(request).output, "0 1 2 4 7 ");
}

TEST_P(RunTool, CutsAGigabyteOfOutput) {
  ToolRequest request = subject({"flood", "1000000000"}, GetParam());
  request.output_limit_bytes = 100'000;
  const ToolOutcome outcome = outcome_of(request);
  EXPECT_TRUE(outcome.output_exceeded);
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_FALSE(outcome.succeeded());
  EXPECT_EQ(outcome.output, std::string(100'000, 'y'));
}

TEST_P(RunTool, LetsOutputOfExactlyTheLimitPass) {
  ToolRequest request = subject({"flood", "131072"}, GetParam());
  request.output_limit_bytes = 131072;
  const ToolOutcome outcome = outcome_of(request);
  EXPECT_TRUE(outcome.succeeded());
  EXPECT_EQ(outcome.output.size(), 131072u);
}

TEST_P(RunTool, EndsAProgramAtItsTimeLimit) {
  ToolRequest request = subject({"stay", marker_}, GetParam());
  request.wall_limit = 100ms;
  const ToolOutcome outcome = outcome_of(request);
  EXPECT_TRUE(outcome.timed_out);
  EXPECT_EQ(outcome.end.signal(), SIGKILL);
  EXPECT_GE(outcome.wall, 100ms);
  EXPECT_EQ(processes_with(marker_), 0);
}

TEST_P(RunTool, EndsAForkBombAndAllItsProcesses) {
  ToolRequest request = subject({"bomb", marker_}, GetParam());
  request.wall_limit = 500ms;
  EXPECT_TRUE(outcome_of(request).timed_out);
  EXPECT_EQ(processes_with(marker_), 0);
}

TEST_P(RunTool, DoesNotWaitForOrphansThatHoldThePipes) {
  const ToolOutcome outcome = outcome_of(subject({"orphans", "5", marker_}, GetParam()));
  EXPECT_TRUE(outcome.succeeded());
  EXPECT_EQ(processes_with(marker_), 0);
}

TEST_P(RunTool, EndsAtOnceWhenCancelled) {
  ToolRequest request = subject({"stay", marker_}, GetParam());
  request.wall_limit = 1h;
  const UniqueFd cancel(::eventfd(1, EFD_CLOEXEC));  // readable from the start
  request.cancel_descriptor = cancel.get();
  const ToolOutcome outcome = outcome_of(request);
  EXPECT_TRUE(outcome.cancelled);
  EXPECT_FALSE(outcome.timed_out);
  EXPECT_EQ(processes_with(marker_), 0);
}

TEST_P(RunTool, CanBeCalledByManyThreads) {
  std::vector<std::string> outputs(16);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < 4; ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = t; i < outputs.size(); i += 4) {
        ToolRequest request = subject({"echo"}, GetParam());
        request.input = std::to_string(i);
        outputs[i] = outcome_of(request).output;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < outputs.size(); ++i) EXPECT_EQ(outputs[i], std::to_string(i));
}

INSTANTIATE_TEST_SUITE_P(, RunTool, ::testing::Bool(), mode_name);

TEST(RunToolErrors, SayThatThereIsNoSuchProgram) {
  ToolRequest request = subject({});
  request.process.executable = "/nowhere/to/be/found";
  const auto outcome = run_tool(request);
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(error_text(outcome.error()),
            "effk: error: cannot execute /nowhere/to/be/found\n"
            "  why:  No such file or directory\n");
}

TEST(RunToolErrors, SayThatThereIsNoSuchFolder) {
  ToolRequest request = subject({});
  request.process.working_folder = "/nowhere";
  const auto outcome = run_tool(request);
  ASSERT_FALSE(outcome.has_value());
  EXPECT_EQ(outcome.error().kind, ErrorKind::environment);
  EXPECT_THAT(outcome.error().what, ::testing::HasSubstr("entering its working folder"));
}

}  // namespace
}  // namespace effk::sandbox
