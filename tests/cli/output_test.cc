// What becomes of output that nobody reads, that finds no room, or that a terminal shows.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <pty.h>
#include <unistd.h>

#include <thread>

#include "tests/cli/workshop.h"
#include "tests/store/old_run.h"

namespace effk {
namespace {

using testing::HasSubstr;
using testing::Not;

using Words = std::vector<std::string>;

// A stored run, made once.
const std::string& stored_run() {
  static const Workshop workshop;
  static const std::string path = [] {
    store::make_old_run(1, workshop.path("old.effk"));
    return workshop.path("old.effk").string();
  }();
  return path;
}

const Words kPrinting[] = {{"help", "run"},
                           {"--version"},
                           {"list", "--suite", EFFK_SMALL_SUITE},
                           {"list", "--suite", EFFK_SMALL_SUITE, "--json"},
                           {"show", "--suite", EFFK_SMALL_SUITE, "add_up"},
                           {"prompts", "--suite", EFFK_SMALL_SUITE},
                           {"report", stored_run(), "--details"},
                           {"report", stored_run(), "--json"},
                           {"verify", "--suite", EFFK_SMALL_SUITE, "add_up", "--language", "cpp"}};

// The end of a pipe that nobody reads.
UniqueFd unread_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  ::close(ends[0]);
  return UniqueFd(ends[1]);
}

UniqueFd full_disk() {
  return UniqueFd(::open("/dev/full", O_WRONLY | O_CLOEXEC));
}

TEST(Output, ThatNobodyReadsAnyMoreEndsTheCommandQuietlyAsSigpipeWould) {
  for (const Words& words : kPrinting) {
    SCOPED_TRACE(words.front());
    const UniqueFd pipe = unread_pipe();
    const EffkEnd end = run_effk({.arguments = words, .out = pipe.get()});
    EXPECT_EQ(end.status, 128 + SIGPIPE);
    EXPECT_THAT(end.err, Not(HasSubstr("error")));
    EXPECT_EQ(end.outlived_by, 0);
  }
}

TEST(Output, ThatFindsNoRoomIsAnErrorOfTheMachine) {
  for (const Words& words : kPrinting) {
    SCOPED_TRACE(words.front());
    const UniqueFd full = full_disk();
    const EffkEnd end = run_effk({.arguments = words, .out = full.get()});
    EXPECT_EQ(end.status, 4);
    EXPECT_EQ(last_error(end.err),
              "effk: error: cannot write to standard output\n  why:  it is closed, or the disk is full\n");
  }
}

TEST(Output, OnStandardErrorMayBeLostWithoutAnyHarm) {
  const Words verify = {"verify", "--suite", EFFK_SMALL_SUITE, "add_up", "--language", "cpp"};
  for (const UniqueFd& lost : {unread_pipe(), full_disk()}) {
    const EffkEnd end = run_effk({.arguments = verify, .err = lost.get()});
    EXPECT_EQ(end.status, 1) << "the small suite breaks promises about sizes: " << end.out;
    EXPECT_THAT(end.out, HasSubstr("PASS"));
  }
}

// What a terminal gets to see of one command's stdout and stderr, and its exit status.
std::pair<std::string, int> on_a_terminal(const Words& words, const Words& environment) {
  int master = -1;
  int slave = -1;
  if (::openpty(&master, &slave, nullptr, nullptr, nullptr) != 0) throw std::runtime_error("no terminal");
  const UniqueFd owned_master(master);
  std::string seen;
  std::thread reader([&] {  // until the last writer has closed it
    char buffer[4096];
    for (ssize_t got; (got = ::read(master, buffer, sizeof buffer)) > 0;)
      seen.append(buffer, static_cast<std::size_t>(got));
  });
  int status = -1;
  {
    const UniqueFd owned_slave(slave);
    ::fcntl(slave, F_SETFD, FD_CLOEXEC);
    ::fcntl(master, F_SETFD, FD_CLOEXEC);
    status = run_effk({.arguments = words, .environment = environment, .out = slave, .err = slave}).status;
  }
  reader.join();
  return {seen, status};
}

const std::string kEscape = "\033[";
const Words kTerminal = {"TERM=xterm"};

TEST(Colours, AreForWhatIsWrongOnATerminal) {
  EXPECT_THAT(on_a_terminal({"frobnicate"}, kTerminal).first,
              HasSubstr("effk: \033[1;31merror:\033[0m unknown command 'frobnicate'"));
  const std::string details = on_a_terminal({"report", stored_run(), "--details"}, kTerminal).first;
  EXPECT_THAT(details, HasSubstr("  \033[1;31mwrong_answer\033[0m"));
  EXPECT_THAT(details, HasSubstr("  accepted"));
}

TEST(Colours, AreNotWhereNoColorHasAnyValueOrTheTerminalHasNone) {
  for (const Words& environment : {Words{"TERM=xterm", "NO_COLOR=1"}, Words{"TERM=xterm", "NO_COLOR=0"},
                                   Words{"TERM=xterm", "NO_COLOR=false"}, Words{"TERM=dumb"}}) {
    SCOPED_TRACE(environment.back());
    for (const Words& words : {Words{"frobnicate"}, Words{"report", stored_run(), "--details"}})
      EXPECT_THAT(on_a_terminal(words, environment).first, Not(HasSubstr(kEscape)));
  }
  EXPECT_THAT(on_a_terminal({"frobnicate"}, {"TERM=xterm", "NO_COLOR="}).first, HasSubstr(kEscape))
      << "an empty one asks for nothing";
}

TEST(Colours, AreNotWhereNoTerminalIs) {
  for (const Words& words : {Words{"frobnicate"}, Words{"report", stored_run(), "--details"}}) {
    const EffkEnd end = run_effk({.arguments = words, .environment = kTerminal});
    EXPECT_THAT(end.out + end.err, Not(HasSubstr(kEscape)));
  }
}

}  // namespace
}  // namespace effk
