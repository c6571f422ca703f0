#include "harness/cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace effk::cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Result<Arguments> read(std::vector<std::string> words) {
  words.insert(words.begin(), "effk");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  return read_command_line(static_cast<int>(words.size()), argv.data());
}

template <typename Command>
Command parsed(const std::vector<std::string>& words) {
  const auto arguments = read(words);
  EXPECT_TRUE(arguments) << error_text(arguments.error());
  if (!arguments || !std::holds_alternative<Command>(*arguments)) {
    ADD_FAILURE() << "another command";
    return {};
  }
  return std::get<Command>(*arguments);
}

std::string fault_of(const std::vector<std::string>& words) {
  const auto arguments = read(words);
  if (arguments) return "no fault";
  EXPECT_EQ(exit_status(arguments.error().kind), 2);
  return error_text(arguments.error());
}

TEST(CommandLine, OfRunHasEveryOption) {
  const auto run = parsed<RunArguments>(
      {"run", "one",        "two.jsonl", "-o",           "out.effk", "--suite", "S", "--problems",
       "a,b", "--language", "python",    "--instrument", "valgrind", "--jobs",  "3", "--seed",
       "7",   "--alpha",    "1.5",       "--k",          "1,5",      "--json"});
  EXPECT_THAT(run.submissions, ElementsAre("one", "two.jsonl"));
  EXPECT_EQ(run.output, "out.effk");
  EXPECT_EQ(run.suite, "S");
  EXPECT_THAT(run.problems, ElementsAre("a", "b"));
  EXPECT_EQ(run.language, "python");
  EXPECT_EQ(run.instrument, "valgrind");
  EXPECT_EQ(run.jobs, 3);
  EXPECT_EQ(run.seed, 7u);
  EXPECT_EQ(run.alpha, 1.5);
  EXPECT_THAT(run.k, ElementsAre(1, 5));
  EXPECT_TRUE(run.json);
}

TEST(CommandLine, OfRunHasTheDefaultsThatItsHelpTells) {
  const auto run = parsed<RunArguments>({"run", "one", "-o", "out"});
  EXPECT_EQ(run.suite, "");
  EXPECT_THAT(run.problems, IsEmpty());
  EXPECT_EQ(run.language, "");
  EXPECT_EQ(run.instrument, "auto");
  EXPECT_GE(run.jobs, 1);
  EXPECT_EQ(run.seed, 1u);
  EXPECT_EQ(run.alpha, 2);
  EXPECT_THAT(run.k, IsEmpty());
  EXPECT_FALSE(run.json);
}

TEST(CommandLine, OfReportHasEveryOption) {
  const auto report = parsed<ReportArguments>({"report", "r", "--k", "10", "--alpha", "1.2", "--weights",
                                               "0,3,3,4.5", "--problems", "x", "--seed", "9", "--details",
                                               "--explain", "m/p/cpp/s", "--samples", "--json", "--csv"});
  EXPECT_EQ(report.run, "r");
  EXPECT_THAT(report.k, ElementsAre(10));
  EXPECT_EQ(report.alpha, 1.2);
  EXPECT_THAT(report.weights, ElementsAre(0, 3, 3, 4.5));
  EXPECT_EQ(report.explain, "m/p/cpp/s");
  EXPECT_TRUE(report.details && report.samples && report.json && report.csv);
  EXPECT_EQ(parsed<ReportArguments>({"report", "r"}).alpha, std::nullopt);
}

TEST(CommandLine, OfTheOtherCommandsIsRead) {
  EXPECT_TRUE(parsed<DoctorArguments>({"doctor", "--json"}).json);
  EXPECT_EQ(parsed<ListArguments>({"list", "--suite=S"}).suite, "S");
  EXPECT_EQ(parsed<ShowArguments>({"show", "inversions"}).problem, "inversions");
  EXPECT_THAT(parsed<PromptsArguments>({"prompts", "a", "b", "--language", "cpp"}).problems,
              ElementsAre("a", "b"));
  EXPECT_THAT(parsed<VerifyArguments>({"verify"}).problems, IsEmpty());
}

TEST(CommandLine, WithAMisspeltCommandGetsASuggestion) {
  EXPECT_EQ(fault_of({"reprot", "r"}), "@1");
  EXPECT_EQ(fault_of({"frobnicate"}), "@2");
}

TEST(CommandLine, WithAMisspeltOptionGetsASuggestion) {
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--instument", "perf"}), "@3");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--job=3"}), "@4");
  EXPECT_EQ(fault_of({"report", "r", "--explian=m/p/cpp/s"}), "@5");
}

TEST(CommandLine, WithoutWhatACommandNeedsNamesIt) {
  EXPECT_EQ(fault_of({"run", "-o", "out"}), "@6");
  EXPECT_EQ(fault_of({"run", "one"}), "@7");
  EXPECT_EQ(fault_of({"show"}), "@8");
  EXPECT_EQ(fault_of({"run", "one", "-o"}), "@9");
}

TEST(CommandLine, WithAValueOutOfRangeShowsIt) {
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--jobs", "0"}), "@a");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--jobs", "many"}), "@b");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--alpha", "1"}), "@c");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--language", "rust"}), "@d");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--instrument", "sundial"}), "@e");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--seed", "-1"}), "@f");
  EXPECT_EQ(fault_of({"run", "one", "-o", "out", "--k", "0"}), "@g");
  EXPECT_EQ(fault_of({"report", "r", "--k", "1,x"}), "@h");
  EXPECT_EQ(fault_of({"report", "r", "--k", "1.5"}), "@i");
}

std::string help_of(const std::vector<std::string>& words) {
  return parsed<HelpArguments>(words).text;
}

// Fewer lines than a small terminal has, and none that it would break.
void expect_one_screen(const std::string& help) {
  std::istringstream lines(help);
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_LE(line.size(), 100u) << line;
    EXPECT_TRUE(line.empty() || line.back() != ' ') << line;
  }
  EXPECT_LE(count, 40) << help;
}

TEST(Help, OfEveryCommandFitsOnOneScreen) {
  for (const char* command : {"doctor", "list", "show", "prompts", "verify", "run", "report"}) {
    SCOPED_TRACE(command);
    const std::string help = help_of({command, "--help"});
    expect_one_screen(help);
    EXPECT_THAT(help, HasSubstr(std::string("effk ") + command));
    EXPECT_EQ(help.find("exit status"), std::string::npos) << "the footer of the whole program";
  }
}

TEST(Help, OfTheProgramFitsOnOneScreenAndNamesEveryCommand) {
  const std::string help = help_of({"--help"});
  expect_one_screen(help);
  for (const char* command : {"doctor", "list", "show", "prompts", "verify", "run", "report"}) {
    EXPECT_THAT(help, HasSubstr(std::string("  ") + command + " "));
  }
  EXPECT_THAT(help, HasSubstr("exit status"));
  EXPECT_EQ(help_of({}), help);
  EXPECT_EQ(help_of({"-h"}), help);
}

TEST(Help, ShowsADefaultWithEveryOptionThatTakesAValue) {
  for (const char* command : {"verify", "run"}) {
    const std::string help = help_of({command, "--help"});
    for (const char* option : {"--suite", "--instrument", "--jobs", "--seed"}) {
      const auto at = help.find(option);
      ASSERT_NE(at, std::string::npos) << option;
      EXPECT_NE(help.substr(at, 250).find("[default"), std::string::npos) << help.substr(at, 250);
    }
  }
}

TEST(Version, IsOneLine) {
  const std::string version = help_of({"--version"});
  EXPECT_THAT(version, testing::MatchesRegex("effk [0-9.]+ \\([0-9a-z]+\\)\n"));
}

}  // namespace
}  // namespace effk::cli
