// What a policy grants, and what it does not.
#include "harness/sandbox/policy.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sched.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <cerrno>
#include <fstream>

#include "tests/sandbox/support.h"

namespace effk::sandbox {
namespace {

using ::testing::HasSubstr;

class Confined : public EachMode {
 protected:
  // What the attempt gave: its errno, 0 if it worked; -N if signal N ended it.
  int attempt(std::vector<std::string> arguments, const std::function<void(Policy&)>& change = {}) {
    ToolRequest request = subject(std::move(arguments), GetParam());
    if (change) change(request.process.policy);
    const ToolOutcome outcome = outcome_of(request);
    return outcome.end.signal() ? -*outcome.end.signal() : *outcome.end.exit_code();
  }
};

class ConfinedFiles : public Confined {
 protected:
  void SetUp() override {
    Confined::SetUp();
    if (landlock_abi() == 0) GTEST_SKIP() << "this kernel has no Landlock";
  }
  Scratch scratch_;
};

TEST_P(ConfinedFiles, CannotBeReadUnlessGranted) {
  EXPECT_EQ(attempt({"read", "/etc/passwd"}), EACCES);
  EXPECT_EQ(attempt({"read", "/etc/passwd"}, [](Policy& p) { p.readable.emplace_back("/etc/passwd"); }), 0);
  EXPECT_EQ(attempt({"read", "/etc/passwd"}, [](Policy& p) { p.readable.emplace_back("/etc"); }), 0);
}

TEST_P(ConfinedFiles, CannotBeWrittenUnlessGranted) {
  const std::string file = scratch_.path() / "new";
  const auto readable = [&](Policy& p) { p.readable.push_back(scratch_.path()); };
  // Refused by Landlock, or by the read-only mount.
  EXPECT_THAT(attempt({"write", file}), ::testing::AnyOf(EACCES, EROFS));
  EXPECT_THAT(attempt({"write", file}, readable), ::testing::AnyOf(EACCES, EROFS));
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_EQ(attempt({"write", file}, [&](Policy& p) { p.writable.push_back(scratch_.path()); }), 0);
  EXPECT_EQ(std::filesystem::file_size(file), 1u);
}

TEST_P(ConfinedFiles, CannotBeMadeLinksEvenWhereWritable) {
  const auto writable = [&](Policy& p) { p.writable.push_back(scratch_.path()); };
  EXPECT_EQ(attempt({"symlink", scratch_.path() / "trap"}, writable), EACCES);
}

TEST_P(ConfinedFiles, CannotBeExecutedUnlessGranted) {
  const std::filesystem::path copy = scratch_.path() / "true";
  std::filesystem::copy_file("/bin/true", copy);
  EXPECT_EQ(attempt({"exec", copy}, [&](Policy& p) { p.readable.push_back(copy); }), EACCES);
  EXPECT_EQ(attempt({"exec", copy}, [&](Policy& p) { p.executable.push_back(copy); }), 0);
}

TEST_P(ConfinedFiles, OfProcMeanTheProcessItself) {
  const auto own = [](Policy& p) { p.readable.emplace_back("/proc/self"); };
  EXPECT_EQ(attempt({"read", "/proc/self/maps"}), EACCES);
  EXPECT_EQ(attempt({"read", "/proc/self/maps"}, own), 0);
  EXPECT_EQ(attempt({"read", fmt::format("/proc/{}/maps", ::getpid())}, own), EACCES);
}

TEST_P(ConfinedFiles, KeepTheirModesUnlessGranted) {
  const std::filesystem::path file = scratch_.path() / "file";
  std::ofstream(file) << "text";
  ::chmod(file.c_str(), 0640);
  EXPECT_EQ(attempt({"chmod", file}, [&](Policy& p) { p.writable.push_back(scratch_.path()); }), EPERM);
  const auto may_change = [&](Policy& p) {
    p.may_change_modes = true;
    p.writable.push_back(scratch_.path());
  };
  EXPECT_EQ(attempt({"chmod", file}, may_change), 0);
  EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
}

TEST_P(Confined, HasNoSockets) {
  EXPECT_EQ(attempt({"socket", std::to_string(AF_INET)}), EPERM);
  EXPECT_EQ(attempt({"socket", std::to_string(AF_INET6)}), EPERM);
  EXPECT_EQ(attempt({"socket", std::to_string(AF_UNIX)}), EPERM);
  EXPECT_EQ(attempt({"socket", std::to_string(AF_NETLINK)}), EPERM);
}

TEST_P(Confined, CannotSignalTheHarness) {
  // EPERM where the process can be named, ESRCH where its own namespace has none of that number.
  EXPECT_THAT(attempt({"kill", std::to_string(::getpid())}), ::testing::AnyOf(EPERM, ESRCH));
}

TEST_P(Confined, CanSignalItself) {
  EXPECT_EQ(attempt({"raise", std::to_string(SIGTERM)}), -SIGTERM);
  EXPECT_EQ(attempt({"abort"}), -SIGABRT);
}

TEST_P(Confined, DiesOfTracing) {
  EXPECT_EQ(attempt({"ptrace", std::to_string(::getpid())}), -SIGSYS);
}

TEST_P(Confined, CannotChangeTheLimitsOfOthers) {
  EXPECT_EQ(attempt({"prlimit", std::to_string(::getpid())}), EPERM);
  EXPECT_EQ(attempt({"prlimit", "0"}), 0);
}

TEST_P(Confined, CannotEnterNamespaces) {
  EXPECT_EQ(attempt({"unshare"}), EPERM);
  for (const unsigned flag : {CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNS, CLONE_NEWNET, CLONE_NEWIPC,
                              CLONE_NEWUTS, CLONE_NEWCGROUP}) {
    EXPECT_EQ(attempt({"clone", fmt::format("{:#x}", flag)}), EPERM) << flag;
  }
}

TEST_P(Confined, ForksOnlyIfGranted) {
  EXPECT_EQ(attempt({"clone", "0"}), 0);
  EXPECT_EQ(attempt({"clone", "0"}, [](Policy& p) { p.may_fork = false; }), EPERM);
}

TEST_P(Confined, HasNoPrivilegesAndTheLimitsOfItsPolicy) {
  ToolRequest request = subject({"state"}, GetParam());
  request.process.policy.readable.emplace_back("/proc/self");
  request.process.policy.cpu = ::sched_getcpu();
  const std::string state = outcome_of(request).output;
  for (const char* set : {"CapInh", "CapPrm", "CapEff", "CapAmb"}) {
    EXPECT_THAT(state, HasSubstr(fmt::format("{}:\t0000000000000000", set)));
  }
  // An ordinary user cannot empty the bounding set; no_new_privs makes it meaningless.
  if (::geteuid() == 0 || GetParam()) {
    EXPECT_THAT(state, HasSubstr("CapBnd:\t0000000000000000"));
  }
  EXPECT_THAT(state, HasSubstr("NoNewPrivs:\t1"));
  EXPECT_THAT(state, HasSubstr(fmt::format("stack {} core 0 cpus 1 uid {}\n", 256 * kMiB, ::getuid())));
}

TEST_P(Confined, HasNoMoreMemoryThanItsDataLimit) {
  ToolRequest request = subject({"memory"}, GetParam());
  request.process.policy.data_bytes = 64 * kMiB;
  const int taken = std::stoi(outcome_of(request).output);
  EXPECT_GT(taken, 32);
  EXPECT_LE(taken, 64);
}

TEST_P(Confined, DiesWhenItsCpuTimeIsOver) {
  const int ended = attempt({"spin"}, [](Policy& p) { p.cpu_seconds = 1; });
  EXPECT_THAT(ended, ::testing::AnyOf(-SIGXCPU, -SIGKILL));
}

TEST_P(Confined, HasTheSameAddressesEachTime) {
  const ToolRequest request = subject({"address"}, GetParam());
  if (in_force().find("fixed_addresses") == std::string::npos)
    GTEST_SKIP() << "personality() is refused here";
  const std::string first = outcome_of(request).output;
  EXPECT_FALSE(first.empty());
  EXPECT_EQ(outcome_of(request).output, first);
  EXPECT_EQ(outcome_of(request).output, first);
}

INSTANTIATE_TEST_SUITE_P(, Confined, ::testing::Bool(), mode_name);
INSTANTIATE_TEST_SUITE_P(, ConfinedFiles, ::testing::Bool(), mode_name);

TEST(MountNamespace, KeepsTheModesOfFilesElsewhere) {
  if ((available_namespaces().flags & CLONE_NEWNS) == 0)
    GTEST_SKIP() << "this machine grants no mount namespace";
  const Scratch scratch;
  const std::filesystem::path file = scratch.path() / "file";
  std::ofstream(file) << "text";
  ToolRequest request = subject({"chmod", file});
  request.process.policy.may_change_modes = true;
  EXPECT_EQ(outcome_of(request).end.exit_code(), EROFS);
}

TEST(InForce, NamesWhatWasFoundByTrying) {
  const std::string text = in_force();
  EXPECT_THAT(text, ::testing::StartsWith("no_new_privs seccomp"));
  EXPECT_THAT(text, HasSubstr("namespaces=" + available_namespaces().names()));
}

TEST(InForce, SaysNoneForAPolicyWithoutNamespaces) {
  Policy policy;
  policy.namespaces = false;
  EXPECT_THAT(in_force(policy), HasSubstr(" namespaces=none"));
}

}  // namespace
}  // namespace effk::sandbox
