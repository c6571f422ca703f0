// Whole programs under our valgrind tool: against callgrind, and against a debugger's single steps.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <regex>

#include "harness/base/files.h"
#include "harness/counters/slot_file.h"
#include "tests/counters/single_steps.h"
#include "tests/counters/spawned.h"

namespace effk::counters {
namespace {

constexpr const char* kCallgrind = "/usr/libexec/valgrind/callgrind-amd64-linux";
// Callgrind adds the cost of a block when the next one begins, so it never adds the block that ends the
// process: the two instructions of the C library's exit_group.
constexpr std::uint64_t kLastBlock = 2;
constexpr const char* kFixedHashes = "PYTHONHASHSEED=0";
constexpr const char* kPython = "/usr/bin/python3";

class ValgrindWhole : public testing::Test {
 protected:
  void SetUp() override {
    const auto layout = InstallLayout::of_this_program();
    ASSERT_TRUE(layout) << error_text(layout.error());
    auto made = make_instrument("valgrind", *layout);
    if (!made) GTEST_SKIP() << error_text(made.error());
    instrument_ = std::move(*made);
  }

  struct Counted {
    std::uint64_t instructions = 0;
    Spawned spawned;
  };

  // Runs a program as the tool's first process, with its memory limited from the start if `limit` is not 0.
  Counted count(const std::vector<std::string>& program, std::uint64_t limit = 0) {
    const auto meter = instrument_->attach({}).value();
    const Launch& launch = meter->launch();
    void* mapping = ::mmap(nullptr, std::size_t{2} * EFFK_SLOT_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED,
                           launch.descriptors.at(0).source, 0);
    auto* slot =
        reinterpret_cast<EffkSlot*>(static_cast<char*>(mapping) + EFFK_FIRST_SLOT_PAGE * EFFK_SLOT_BYTES);
    slot->growth_limit = limit;
    std::vector<std::string> command = launch.prefix;
    command.insert(command.end(), program.begin(), program.end());
    Counted counted;
    std::vector<std::string> environment = launch.environment;
    environment.emplace_back(kFixedHashes);
    counted.spawned = run_command(command, environment, launch.descriptors);
    counted.instructions = slot->instructions;
    ::munmap(mapping, std::size_t{2} * EFFK_SLOT_BYTES);
    return counted;
  }

  // What callgrind collected; nullopt if there is none.
  static std::optional<std::uint64_t> callgrind(const std::vector<std::string>& program) {
    if (!std::filesystem::exists(kCallgrind)) return std::nullopt;
    const std::filesystem::path log = testing::TempDir() + "/callgrind." + std::to_string(::getpid());
    std::vector<std::string> command = {kCallgrind,
                                        "--tool=callgrind",
                                        "--command-line-only=yes",
                                        "--callgrind-out-file=/dev/null",
                                        "--vgdb=no",
                                        "--run-libc-freeres=no",
                                        "--run-cxx-freeres=no",
                                        "--main-stacksize=268435456",
                                        "--log-file=" + log.string()};
    command.insert(command.end(), program.begin(), program.end());
    run_command(command, {"VALGRIND_LAUNCHER=/usr/bin/valgrind", kFixedHashes});
    const std::string text = read_file(log).value();
    std::filesystem::remove(log);
    std::smatch match;
    if (!std::regex_search(text, match, std::regex("Collected : ([0-9]+)"))) return std::nullopt;
    return std::stoull(match[1]);
  }

  std::unique_ptr<Instrument> instrument_;
};

TEST_F(ValgrindWhole, CountsAsManyInstructionsAsADebuggerSteps) {
  const std::string program = test_program("count_exact").string();
  const std::uint64_t steps = single_steps({program}, {}).instructions;
  ASSERT_GT(steps, 5000U);
  EXPECT_EQ(count({program}).instructions, steps);
}

// Callgrind adds the cost of a block when the next one begins, so it never adds the block that ends the
// process: the two instructions of the C library's exit_group. (Of count_exact, which is stepped above, it
// leaves out its last block in the same way.)
TEST_F(ValgrindWhole, CountsWhatCallgrindCountsAndTheLastBlock) {
  const std::string program = test_program("count_whole").string();
  for (const std::string name : {"nothing", "loop", "sort", "strings", "exceptions", "repetitions", "map"}) {
    const auto theirs = callgrind({program, name});
    if (!theirs) GTEST_SKIP() << "callgrind does not run here";
    EXPECT_EQ(count({program, name}).instructions, *theirs + kLastBlock) << name;
  }
}

TEST_F(ValgrindWhole, CountsThePythonInterpreterAsCallgrindDoes) {
  if (!std::filesystem::exists(kPython)) GTEST_SKIP() << kPython << " is missing";
  const std::vector<std::string> program = {kPython, "-S", "-c", "print(sum(i * i for i in range(1000)))"};
  const auto theirs = callgrind(program);
  if (!theirs) GTEST_SKIP() << "callgrind does not run here";
  const Counted ours = count(program);
  EXPECT_EQ(ours.spawned.output, "332833500\n");
  EXPECT_EQ(ours.instructions, *theirs + kLastBlock);
}

TEST_F(ValgrindWhole, LetsPythonRaiseMemoryErrorBeyondTheLimit) {
  if (!std::filesystem::exists(kPython)) GTEST_SKIP() << kPython << " is missing";
  const std::string text =
      "try:\n"
      "    have = [bytearray(1 << 20) for _ in range(SIZE)]\n"
      "    print('have')\n"
      "except MemoryError:\n"
      "    print('MemoryError')\n";
  const auto with_size = [&](const char* size) {
    std::string program = text;
    program.replace(program.find("SIZE"), 4, size);
    return count({kPython, "-S", "-c", program}, 256ULL << 20).spawned.output;
  };
  EXPECT_EQ(with_size("200"), "have\n");
  EXPECT_EQ(with_size("300"), "MemoryError\n");
}

TEST_F(ValgrindWhole, HasAStackDeepEnoughForRecursionInPython) {
  if (!std::filesystem::exists(kPython)) GTEST_SKIP() << kPython << " is missing";
  const auto counted = count({kPython, "-S", "-c",
                              "import sys\n"
                              "sys.setrecursionlimit(10**6)\n"
                              "class A:\n"
                              "    def __call__(self, n): return 0 if n == 0 else 1 + self(n - 1)\n"
                              "print(A()(100000))\n"});
  EXPECT_EQ(counted.spawned.output, "100000\n");
}

}  // namespace
}  // namespace effk::counters
