// `effk count` as users meet it, with every instrument that counts on this machine.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "harness/counters/instrument.h"
#include "tests/cli/workshop.h"

namespace effk {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;

constexpr const char* kShell = "/bin/sh";
constexpr const char* kPython = "/usr/bin/python3";
constexpr std::chrono::seconds kPatience{100};

// What tests/counters has its instruments count.
std::string counted_program(const std::string& name) {
  return (std::filesystem::read_symlink("/proc/self/exe").parent_path() / name).string();
}

// exact_program.S, loop by loop.
std::uint64_t length_of_exact_program() {
  std::uint64_t length = 2;
  for (int i = 1000; i > 0; --i) {
    length += 2;                              // test, jnz
    if (i % 4 == 0) length += 1 + 1 + 2 + 2;  // call twice; call once; inc, ret; inc, ret
    length += 2;                              // cmp, jb
    if (i >= 500) length += i < 700 ? 3 : 2;  // cmp, jae, inc
    length += 2;                              // dec, jnz
  }
  return length + 1 + 3 * 5 + 4 + 3;
}

EffkEnd counted(const std::string& instrument, const std::vector<std::string>& program,
                std::vector<std::string> options = {}) {
  std::vector<std::string> arguments = {"count", "--instrument", instrument};
  arguments.insert(arguments.end(), options.begin(), options.end());
  arguments.emplace_back("--");
  arguments.insert(arguments.end(), program.begin(), program.end());
  return run_effk({.arguments = arguments});
}

EffkEnd native(const std::vector<std::string>& program) {
  return run_effk({.arguments = {program.begin() + 1, program.end()}, .program = program.front()});
}

// The number at the beginning of the last line, which is the count.
std::uint64_t count_in(const std::string& err) {
  const std::size_t end = err.rfind('\n', err.size() - 2);
  return std::strtoull(err.c_str() + (end == std::string::npos ? 0 : end + 1), nullptr, 10);
}

Result<std::unique_ptr<counters::Instrument>> instrument_here(const std::string& name) {
  const auto layout = InstallLayout::of_this_program();
  if (!layout) return tl::unexpected(layout.error());
  return counters::make_instrument(name, *layout);
}

#define SKIP_UNLESS_IT_COUNTS_HERE(name) \
  if (const auto made = instrument_here(name); !made) GTEST_SKIP() << error_text(made.error())

class CountWith : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override { SKIP_UNLESS_IT_COUNTS_HERE(GetParam()); }

  bool is_exact() const { return GetParam() != "perf"; }
  bool counts_started_programs() const { return GetParam() != "icount"; }
};

INSTANTIATE_TEST_SUITE_P(, CountWith, ::testing::Values("perf", "icount", "valgrind"),
                         [](const auto& one) { return one.param; });

TEST_P(CountWith, GivesTheLengthOfAProgramOfKnownLength) {
  const EffkEnd end = counted(GetParam(), {counted_program("count_exact")});
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.out, "");
  const std::string rule = is_exact() ? "iterations" : "once";
  EXPECT_THAT(end.err, MatchesRegex("[0-9]+ instructions \\(" + GetParam() + ", --rep " + rule + "\\)\n"));
  const std::uint64_t known = length_of_exact_program();
  EXPECT_GE(count_in(end.err), known);
  EXPECT_LE(count_in(end.err), is_exact() ? known : known + 1000);
}

TEST_P(CountWith, LetsAProgramPrintAndEndAsItDoesNatively) {
  const std::vector<std::vector<std::string>> programs = {
      {kShell, "-c", "echo out; echo err >&2; exit 7"},
      {kShell, "-c", "kill -SEGV $$"},
      {kShell, "-c", "kill -PIPE $$"},
      {kShell, "-c", "echo \"$0\" \"$#\" \"$@\"", "[a,b]", "--", "", "two words"},
      {counted_program("count_whole"), "sort"},
  };
  for (const auto& program : programs) {
    SCOPED_TRACE(testing::PrintToString(program));
    const EffkEnd wanted = native(program);
    const EffkEnd end = counted(GetParam(), program);
    EXPECT_EQ(end.status, wanted.status);
    EXPECT_EQ(end.out, wanted.out);
    EXPECT_THAT(end.err, StartsWith(wanted.err));
    EXPECT_THAT(end.err.substr(wanted.err.size()), MatchesRegex("[0-9]+ instructions \\([^\n]*\n"));
    EXPECT_EQ(end.outlived_by, 0);
  }
}

TEST_P(CountWith, CountsWhatAForkedProcessDoes) {
  const std::string loop = "i=0; while [ $i -lt 2000 ]; do i=$((i+1)); done";
  const auto count_of_shell = [&](const std::string& text) {
    return count_in(counted(GetParam(), {kShell, "-c", text}).err);
  };
  const std::uint64_t nothing = count_of_shell(":");
  const std::uint64_t alone = count_of_shell(loop + "; :") - nothing;
  const std::uint64_t forked = count_of_shell("(" + loop + "); :") - nothing;
  ASSERT_GT(alone, 1'000'000U);
  EXPECT_GT(forked, alone - alone / 100);
}

TEST_P(CountWith, CountsTheProgramsThatAProgramStarts) {
  if (!counts_started_programs()) GTEST_SKIP() << GetParam() << " refuses programs that start others";
  const std::string program = counted_program("count_whole") + " loop >/dev/null; ";
  const auto count_of_shell = [&](const std::string& text) {
    return count_in(counted(GetParam(), {kShell, "-c", text + ":"}).err);
  };
  const std::uint64_t alone = count_in(counted(GetParam(), {counted_program("count_whole"), "loop"}).err);
  const std::uint64_t once = count_of_shell(program);
  const std::uint64_t thrice = count_of_shell(program + program + program);
  EXPECT_GT(once, alone - alone / 100);
  EXPECT_GT(thrice - once, 2 * (alone - alone / 100));
}

TEST_P(CountWith, CountsThreads) {
  if (!counts_started_programs()) GTEST_SKIP() << GetParam() << " refuses threads";
  if (!std::filesystem::exists(kPython)) GTEST_SKIP() << kPython << " is missing";
  const EffkEnd end = counted(GetParam(), {kPython, "-S", "-c",
                                           "import threading\n"
                                           "t = threading.Thread(target=lambda: print(sum(range(300000))))\n"
                                           "t.start(); t.join()"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out, "44999850000\n");
  EXPECT_GT(count_in(end.err), 300'000U * 10);
}

TEST_P(CountWith, SendsTheSignalsThatAreToEndItOnToTheProgram) {
  const std::string loop = "echo ready >&2; while :; do :; done";
  const std::string catches = "trap 'echo caught; exit 5' INT TERM; " + loop;
  const std::string dies = loop;
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
    for (const std::string& text : {catches, dies}) {
      SCOPED_TRACE(text + " with signal " + std::to_string(signal_number));
      EffkProcess effk({.arguments = {"count", "--instrument", GetParam(), "--", kShell, "-c", text}});
      ASSERT_TRUE(effk.says("ready", kPatience));
      effk.send(signal_number);
      const EffkEnd end = effk.wait(kPatience);
      const bool is_caught = text == catches && signal_number != SIGHUP;
      EXPECT_EQ(end.status, is_caught ? 5 : 128 + signal_number);
      EXPECT_EQ(end.out, is_caught ? "caught\n" : "");
      EXPECT_THAT(end.err, MatchesRegex("ready\n[0-9]+ instructions [^\n]*\n"));
      EXPECT_EQ(end.outlived_by, 0);
    }
  }
}

// As the terminal's line discipline sends it: to effk and the program.
TEST_P(CountWith, LeavesCtrlCToTheProgram) {
  int terminal = -1;
  const pid_t effk = ::forkpty(&terminal, nullptr, nullptr, nullptr);
  ASSERT_GE(effk, 0);
  if (effk == 0) {
    ::execl(EFFK_PROGRAM, EFFK_PROGRAM, "count", "--instrument", GetParam().c_str(), "--", kShell, "-c",
            "n=0; trap 'n=$((n+1))' INT; echo ready; while [ $n -eq 0 ]; do :; done; "
            "echo $n; exit 5",
            nullptr);
    ::_exit(127);
  }
  std::string seen;
  char buffer[256];
  bool is_interrupted = false;
  for (ssize_t got; (got = ::read(terminal, buffer, sizeof buffer)) > 0;) {
    seen.append(buffer, static_cast<std::size_t>(got));
    if (!is_interrupted && seen.find("ready") != std::string::npos) {
      is_interrupted = ::write(terminal, "\x03", 1) == 1;
    }
  }
  int status = 0;
  ::waitpid(effk, &status, 0);
  ::close(terminal);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 5) << status;
  EXPECT_THAT(seen, MatchesRegex("ready\r\n\\^C1\r\n[0-9]+ instructions [^\n]*\r\n"));
}

TEST_P(CountWith, EndsTheProgramWhenItIsKilled) {
  EffkProcess effk({.arguments = {"count", "--instrument", GetParam(), "--", kShell, "-c",
                                  "echo ready >&2; while :; do :; done"}});
  ASSERT_TRUE(effk.says("ready", kPatience));
  effk.send(SIGKILL);
  const EffkEnd end = effk.wait(kPatience);
  EXPECT_EQ(end.status, 128 + SIGKILL);
  EXPECT_EQ(end.outlived_by, 0);
}

TEST_P(CountWith, WritesJsonToAFileAndNothingElsewhere) {
  const Workshop workshop;
  const std::string file = workshop.write("count", "an older count\n").string();
  const EffkEnd end = counted(GetParam(), {kShell, "-c", "echo out; echo err >&2; kill -KILL $$"},
                              {"--json", "--output", file});
  EXPECT_EQ(end.status, 137);
  EXPECT_EQ(end.out, "out\n");
  EXPECT_EQ(end.err, "err\n");
  const std::string text = read_file(file).value();
  EXPECT_THAT(text, EndsWith("}\n"));
  const auto json = nlohmann::json::parse(text);
  EXPECT_EQ(json.at("schema"), 1);
  EXPECT_GT(json.at("instructions"), 10'000);
  EXPECT_EQ(json.at("instrument"), GetParam());
  EXPECT_EQ(json.at("version"), instrument_here(GetParam()).value()->traits().version);
  EXPECT_EQ(json.at("rep"), is_exact() ? "iterations" : "once");
  EXPECT_EQ(json.at("status"), 137);
  EXPECT_EQ(json.at("signal"), SIGKILL);
  EXPECT_EQ(json.size(), 7U);
}

TEST_P(CountWith, HasNullForTheSignalOfAProgramThatEndedByItself) {
  const EffkEnd end = counted(GetParam(), {counted_program("count_exact")}, {"--json"});
  const auto json = nlohmann::json::parse(end.err);
  EXPECT_EQ(json.at("status"), 0);
  EXPECT_TRUE(json.at("signal").is_null());
}

// repeating_program.S has eight instructions besides the one that is repeated a thousand times. One
// iteration, or none, is one instruction by each rule; valgrind counts an instruction's end as well, as
// callgrind does.
TEST(CountRepeated, IsOnceOrEachIterationAsIcountIsTold) {
  SKIP_UNLESS_IT_COUNTS_HERE("icount");
  const std::vector<std::string> program = {counted_program("count_repeating")};
  EXPECT_EQ(count_in(counted("icount", program, {"--rep", "once"}).err), 8U + 1);
  EXPECT_EQ(count_in(counted("icount", program, {"--rep", "iterations"}).err), 8U + 1000);
  EXPECT_EQ(count_in(counted("icount", program).err), 8U + 1000);
}

TEST(CountRepeated, IsEachIterationUnderValgrindAndNothingElse) {
  SKIP_UNLESS_IT_COUNTS_HERE("valgrind");
  const std::vector<std::string> program = {counted_program("count_repeating")};
  EXPECT_EQ(count_in(counted("valgrind", program, {"--rep", "iterations"}).err), 8U + 1000 + 2);
  const EffkEnd end = counted("valgrind", program, {"--rep", "once"});
  EXPECT_EQ(end.status, 2);
  EXPECT_EQ(end.err,
            "effk: error: valgrind cannot count by --rep once\n"
            "  why:  its rule is iterations\n"
            "  next: --rep iterations, or --instrument icount\n");
}

TEST(CountRepeated, DecidesWhatAutoTakes) {
  SKIP_UNLESS_IT_COUNTS_HERE("icount");
  const auto json_of = [](const std::string& rule) {
    return nlohmann::json::parse(
        counted("auto", {counted_program("count_repeating")}, {"--json", "--rep", rule}).err);
  };
  EXPECT_EQ(json_of("iterations").at("instrument"), "icount");
  EXPECT_EQ(json_of("once").at("instrument"), instrument_here("perf") ? "perf" : "icount");
}

TEST(CountRefused, IsAnErrorAndNoCount) {
  SKIP_UNLESS_IT_COUNTS_HERE("icount");
  const Workshop workshop;
  const std::string file = workshop.write("count", "an older count\n").string();
  const std::string program = counted_program("count_writable");
  const EffkEnd end = counted("icount", {program}, {"--output", file});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(end.out, "");
  EXPECT_THAT(end.err, StartsWith("icount: the program has code that it may write to"));
  EXPECT_EQ(last_error(end.err), "effk: error: icount cannot count " + program +
                                     "\n"
                                     "  why:  it has said above what it refuses\n"
                                     "  next: effk count --instrument valgrind\n");
  EXPECT_EQ(read_file(file).value(), "");
}

TEST(CountRefused, IsAnErrorAlsoWhenTheProgramGoesOnWithoutTheProcessThatWasRefused) {
  SKIP_UNLESS_IT_COUNTS_HERE("icount");
  const EffkEnd end = counted("icount", {kShell, "-c", "/bin/true; echo goes on; exit 0"});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(end.out, "goes on\n");
  EXPECT_THAT(end.err, HasSubstr("the program starts another one"));
  EXPECT_THAT(last_error(end.err),
              HasSubstr("a process that the program started did what the instrument cannot"));
}

TEST_P(CountWith, LeavesIgnoredWhatWhoeverStartedItIgnores) {
  const std::string inner = "kill -HUP $$; echo alive";
  const std::string outer = "trap '' HUP; exec " EFFK_PROGRAM " count --instrument " + GetParam() +
                            " -- /bin/sh -c '" + inner + "'";
  EffkProcess shell({.arguments = {"-c", outer}, .program = kShell});
  const EffkEnd end = shell.wait(kPatience);
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out, "alive\n");
}

TEST(CountRefused, IsAnErrorWhenTheInstrumentCannotCountHere) {
  const auto perf = instrument_here("perf");
  if (perf) GTEST_SKIP() << "perf counts here";
  const EffkEnd end = counted("perf", {counted_program("count_exact")});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(end.err, error_text(perf.error()));
}

class CountOfBadProgram : public ::testing::Test {
 protected:
  // The status and all that was printed.
  std::string outcome_of(const std::string& program, const std::string& folder = "/") const {
    const EffkEnd end = run_effk({.arguments = {"count", "--", program}, .folder = folder});
    return std::to_string(end.status) + "\n" + end.out + end.err;
  }
  std::string executable(const std::string& name, const std::string& text) const {
    const std::filesystem::path file = workshop_.write(name, text);
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    return file.string();
  }

  Workshop workshop_;
};

TEST_F(CountOfBadProgram, SaysThatItIsMissing) {
  EXPECT_EQ(outcome_of("no-such-program"),
            "3\n"
            "effk: error: cannot count no-such-program\n"
            "  why:  no folder in PATH has a program of this name\n");
  EXPECT_EQ(outcome_of("/nowhere/program"),
            "3\n"
            "effk: error: cannot count /nowhere/program\n"
            "  why:  there is no such file\n");
  EXPECT_EQ(outcome_of("count_exact", counted_program("")),
            "3\n"
            "effk: error: cannot count count_exact\n"
            "  why:  no folder in PATH has a program of this name\n"
            "  next: the file in this folder is ./count_exact\n");
}

TEST_F(CountOfBadProgram, SaysThatItIsNoProgram) {
  const std::string text = workshop_.write("text", "text\n").string();
  EXPECT_EQ(outcome_of(text), "3\neffk: error: cannot count " + text +
                                  "\n  why:  it may not be executed\n  next: chmod +x " + text + "\n");
  const std::string junk = executable("junk", "text\n");
  EXPECT_EQ(outcome_of(junk),
            "3\neffk: error: cannot count " + junk + "\n  why:  it is not a program for 64-bit x86 Linux\n");
  EXPECT_EQ(outcome_of("/usr"), "3\neffk: error: cannot count /usr\n  why:  it is a folder\n");
}

TEST_F(CountOfBadProgram, NamesTheInterpreterOfAScript) {
  const std::pair<const char*, const char*> scripts[] = {
      {"#!/bin/sh\necho\n", "/bin/sh"},
      {"#! /bin/sh -e\n", "/bin/sh -e"},
      {"#!/usr/bin/env python3\n", "python3"},
      {"#!/bin/sh", "/bin/sh"},
  };
  for (const auto& [text, interpreter] : scripts) {
    const std::string script = executable("script", text);
    EXPECT_EQ(outcome_of(script), "3\neffk: error: cannot count " + script +
                                      "\n  why:  it is a script, and only its interpreter is a program\n"
                                      "  next: name the interpreter: effk count -- " +
                                      interpreter + " " + script + "\n");
  }
}

TEST_F(CountOfBadProgram, SaysThatTheOutputCannotBeWritten) {
  const EffkEnd end = run_effk({.arguments = {"count", "--output", "/nowhere/count", "--", "true"}});
  EXPECT_EQ(end.status, 4);
  EXPECT_EQ(end.err,
            "effk: error: cannot write to /nowhere/count\n"
            "  why:  No such file or directory\n");
}

}  // namespace
}  // namespace effk
