// What a program under icount can find out of icount, or do to it: nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/auxv.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/counters/icount/counted_program.h"
#include "tests/counters/spawned.h"

namespace effk::counters {
namespace {

constexpr std::uint64_t kWindowEnd = std::uint64_t{1} << 43;
constexpr std::uint64_t kUserEnd = std::uint64_t{1} << 47;

// A program under icount that one writes lines to and reads lines from.
class Conversation {
 public:
  explicit Conversation(const std::string& program) {
    int to[2];
    int from[2];
    if (::pipe(to) != 0 || ::pipe(from) != 0) throw std::runtime_error("no pipes");
    watcher_ = ::fork();
    if (watcher_ == 0) {
      ::dup2(to[0], 0);
      ::dup2(from[1], 1);
      for (const int end : {to[0], to[1], from[0], from[1]}) ::close(end);
      ::close_range(3, ~0u, 0);
      const std::string path = icount_program();
      ::execl(path.c_str(), "icount", "--output=/dev/null", "--", program.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    to_ = ::fdopen(to[1], "w");
    from_ = ::fdopen(from[0], "r");
  }
  ~Conversation() {
    std::fclose(to_);
    std::fclose(from_);
    ::waitpid(watcher_, nullptr, 0);
  }

  void say(const std::string& line) {
    std::fputs((line + "\n").c_str(), to_);
    std::fflush(to_);
  }
  std::string hear() {
    char line[4096] = {};
    return std::fgets(line, sizeof line, from_) == nullptr ? "" : line;
  }
  // The counted process is the only child of the one that was started.
  pid_t process() const {
    const std::string id = std::to_string(watcher_);
    std::ifstream file("/proc/" + id + "/task/" + id + "/children");
    pid_t child = 0;
    file >> child;
    return child;
  }

 private:
  pid_t watcher_ = -1;
  std::FILE* to_ = nullptr;
  std::FILE* from_ = nullptr;
};

struct Mapping {
  std::uint64_t begin = 0, end = 0;
};

// What the kernel has mapped above the program's window: where icount's memory really is.
std::vector<Mapping> hidden_mappings(pid_t process) {
  std::ifstream maps("/proc/" + std::to_string(process) + "/maps");
  std::vector<Mapping> found;
  for (std::string line; std::getline(maps, line);) {
    Mapping one;
    std::sscanf(line.c_str(), "%lx-%lx", &one.begin, &one.end);
    if (one.begin >= kWindowEnd && one.end <= kUserEnd) found.push_back(one);
  }
  return found;
}

std::string hexadecimal(std::uint64_t number) {
  std::ostringstream text;
  text << std::hex << number;
  return text.str();
}

TEST(IcountHidden, MemoryAnswersSystemCallsLikeMemoryThatIsNotThere) {
  Conversation prober(program_path("prober_dynamic"));
  while (prober.hear() != "descriptors are looked at\n") {
  }
  const std::vector<Mapping> mappings = hidden_mappings(prober.process());
  ASSERT_GE(mappings.size(), 3U);
  std::set<std::string> answers;
  for (const Mapping& mapping : mappings) {
    const std::uint64_t middle = (mapping.begin + mapping.end) / 2 & ~std::uint64_t{7};
    for (const std::uint64_t at : {mapping.begin, middle, mapping.end - 64, mapping.begin - 4096, mapping.end,
                                   kUserEnd - (middle - kWindowEnd)}) {
      prober.say(hexadecimal(at));
      const std::string answer = prober.hear();
      ASSERT_FALSE(answer.empty()) << hexadecimal(at);
      answers.insert(answer);
    }
  }
  EXPECT_THAT(answers, testing::SizeIs(1));
  EXPECT_EQ(hidden_mappings(prober.process()).size(), mappings.size());
}

TEST(IcountHidden, DescriptorsAreNotOpenForTheProgram) {
  Conversation prober(program_path("prober_dynamic"));
  EXPECT_EQ(prober.hear(), "descriptors are looked at\n");
}

TEST(IcountHidden, StoresToEveryFixedPlaceChangeNoCount) {
  const auto count = [](const char* iterations, bool stores) {
    std::vector<std::string> command = {program_path("stores_static"), iterations};
    if (stores) command.emplace_back("store");
    const Counted counted = counted_by_icount(command);
    EXPECT_EQ(counted.status, 0) << counted.output;
    EXPECT_EQ(counted.output, stores ? "0 stores succeeded\n" : "");
    return counted.instructions;
  };
  EXPECT_EQ(count("2000000", true) - count("1000000", true), 2'000'000U);
  EXPECT_EQ(count("2000000", false) - count("1000000", false), 2'000'000U);
}

TEST(IcountHidden, AFaultAboveTheWindowEndsTheProgramWhateverItsHandlerDoes) {
  const auto status = [](const std::string& address) {
    return counted_by_icount({program_path("wild_dynamic"), address}).status;
  };
  for (const char* within : {"0", "1000", "7fffffff000", "40000000000"})
    EXPECT_EQ(status(within), 0) << within;
  for (const char* above : {"80000000000", "3fffffffffff", "7fffffffe000"})
    EXPECT_EQ(WEXITSTATUS(status(above)), 128 + SIGSEGV) << above;
  for (const char* beyond : {"800000000000", "ffffffff80000000"}) EXPECT_EQ(status(beyond), 0) << beyond;
}

TEST(IcountHidden, TheGsBaseIsWhatTheProgramHasSetAsItIsNatively) {
  constexpr unsigned long kGsBaseInstructions = 2;  // HWCAP2_FSGSBASE
  if ((::getauxval(AT_HWCAP2) & kGsBaseInstructions) == 0) GTEST_SKIP() << "this machine has no rdgsbase";
  const std::string program = program_path("segment_dynamic");
  const Counted counted = counted_by_icount({program});
  EXPECT_EQ(counted.status, 0);
  EXPECT_EQ(counted.output, run_command({program}, same_environment()).output);
  const Counted used = counted_by_icount({program, "use"});
  EXPECT_EQ(WEXITSTATUS(used.status), 96);
  EXPECT_THAT(used.output, testing::HasSubstr("the program uses the GS segment"));
}

}  // namespace
}  // namespace effk::counters
